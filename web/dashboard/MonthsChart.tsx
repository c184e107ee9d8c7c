import { useTheme } from '@mui/material';
import { Bar, BarChart, LabelList, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { yuan } from '../fields/FenField.tsx';

interface Month {
  month: string;
  label: string;
  baseFen: number;
}

/** The drawing alone, in a chunk of its own; the table beside it says the same to who cannot see it. */
export function MonthsChart({ months, height }: { months: Month[]; height: number }) {
  const { palette } = useTheme();
  const rows = months.map((one) => ({ ...one, text: yuan(one.baseFen) }));
  // Twelve sums of seven digits do not stand side by side.
  const hasRoom = months.length <= 6;
  return (
    <ResponsiveContainer width="100%" height={height}>
      <BarChart
        data={rows}
        accessibilityLayer={false}
        margin={{ top: 24, right: 4, bottom: 0, left: 4 }}
        barCategoryGap="28%"
      >
        <XAxis
          dataKey="label"
          axisLine={false}
          tickLine={false}
          tick={{ fill: palette.text.secondary, fontSize: 12 }}
        />
        <YAxis hide domain={[(least: number) => Math.min(0, least), 'auto']} />
        <ReferenceLine y={0} stroke={palette.divider} />
        <Bar
          dataKey="baseFen"
          fill={palette.primary.main}
          isAnimationActive={false}
          radius={3}
          minPointSize={2}
          maxBarSize={64}
        >
          {hasRoom && <LabelList dataKey="text" position="top" fill={palette.text.primary} fontSize={12} />}
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  );
}
