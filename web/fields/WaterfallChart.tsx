import { useTheme } from '@mui/material';
import { Bar, BarChart, Cell, LabelList, ReferenceLine, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import { yuan } from './FenField.tsx';
import type { WaterfallBar } from './waterfall.ts';

/** The drawing alone, in a chunk of its own; the table beside it says the same to who cannot see it. */
export function WaterfallChart({ bars }: { bars: (WaterfallBar & { label: string })[] }) {
  const { palette } = useTheme();
  const colourOf = (bar: WaterfallBar) => {
    if (bar.kind === 'level') return bar.amountFen < 0 ? palette.error.main : palette.primary.main;
    return bar.amountFen < 0 ? palette.error.light : palette.success.main;
  };
  const rows = bars.map((bar) => ({
    ...bar,
    span: [Math.min(bar.fromFen, bar.toFen), Math.max(bar.fromFen, bar.toFen)],
    text: yuan(bar.amountFen),
  }));
  return (
    <ResponsiveContainer width="100%" height={230}>
      <BarChart
        data={rows}
        accessibilityLayer={false}
        margin={{ top: 24, right: 4, bottom: 0, left: 4 }}
        barCategoryGap="22%"
      >
        <XAxis
          dataKey="label"
          axisLine={false}
          tickLine={false}
          interval={0}
          tick={{ fill: palette.text.secondary, fontSize: 12 }}
        />
        <YAxis hide domain={['auto', 'auto']} />
        <ReferenceLine y={0} stroke={palette.divider} />
        <Bar dataKey="span" isAnimationActive={false} radius={3} minPointSize={2}>
          {rows.map((row) => (
            <Cell key={row.key} fill={colourOf(row)} />
          ))}
          <LabelList dataKey="text" position="top" fill={palette.text.primary} fontSize={12} />
        </Bar>
      </BarChart>
    </ResponsiveContainer>
  );
}
