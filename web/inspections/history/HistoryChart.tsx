import { useTheme } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Bar, Cell, ComposedChart, LabelList, Line, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { HistoryLot } from './history.ts';

/** The latest lots that stand side by side. */
const MOST = 24;

/** Units found nonconforming, lot by lot, under the number that was still accepted; the table below says the same. */
export function HistoryChart({ lots, height }: { lots: readonly HistoryLot[]; height: number }) {
  const { palette } = useTheme();
  const translate = useTranslate();
  const rows = lots.slice(-MOST).map((lot) => ({
    ...lot,
    key: `${lot.inspectionId}`,
    label: lot.lotNo ?? lot.inspectedOn.slice(5),
    stageWord: translate(`resources.inspections.plan.short.${lot.stage}`),
  }));
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return (
    <ResponsiveContainer width="100%" height={height}>
      <ComposedChart
        data={rows}
        accessibilityLayer={false}
        margin={{ top: 20, right: 8, bottom: 18, left: 8 }}
      >
        <XAxis
          dataKey="key"
          axisLine={{ stroke: palette.divider }}
          tickLine={false}
          interval={0}
          tick={({ x, y, payload }) => {
            const row = byKey.get(String(payload.value));
            return (
              <text x={x} y={Number(y) + 10} textAnchor="middle" fontSize={11} fill={palette.text.secondary}>
                <tspan x={x}>{row?.label}</tspan>
                <tspan x={x} dy={14} fontWeight={650}>
                  {row?.stageWord}
                </tspan>
              </text>
            );
          }}
        />
        <YAxis hide allowDecimals={false} domain={[0, (most: number) => Math.max(2, most + 1)]} />
        <Bar dataKey="nonconforming" isAnimationActive={false} maxBarSize={36} radius={3} minPointSize={2}>
          {rows.map((row) => (
            <Cell key={row.key} fill={row.isAccepted ? palette.primary.main : palette.error.main} />
          ))}
          <LabelList dataKey="nonconforming" position="top" fill={palette.text.primary} fontSize={12} />
        </Bar>
        <Line
          dataKey="acceptUpTo"
          type="step"
          isAnimationActive={false}
          stroke={palette.warning.main}
          strokeDasharray="5 4"
          dot={false}
        />
      </ComposedChart>
    </ResponsiveContainer>
  );
}
