import { useTheme } from '@mui/material';
import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { yuan } from '../fields/FenField.tsx';
import type { CaseRow } from './case.ts';

/** The drawing alone, in a chunk of its own; the table beside it says the same to who cannot see it. */
export function HeldChart({ cases, height }: { cases: readonly CaseRow[]; height: number }) {
  const { palette } = useTheme();
  const rows = cases.map(({ no, heldFen }) => ({ no, heldFen, text: yuan(heldFen) }));
  return (
    <ResponsiveContainer width="100%" height={height}>
      <BarChart
        data={rows}
        layout="vertical"
        accessibilityLayer={false}
        margin={{ top: 0, right: 96, bottom: 0, left: 0 }}
      >
        <XAxis type="number" hide domain={[0, 'auto']} />
        <YAxis
          type="category"
          dataKey="no"
          width={104}
          axisLine={false}
          tickLine={false}
          tick={{ fill: palette.text.secondary, fontSize: 12 }}
        />
        <Bar
          dataKey="heldFen"
          fill={palette.warning.main}
          isAnimationActive={false}
          radius={3}
          minPointSize={2}
          maxBarSize={20}
        >
          <LabelList dataKey="text" position="right" fill={palette.text.primary} fontSize={12} />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  );
}
