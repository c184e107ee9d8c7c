import { Alert, Box } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDataProvider, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import type { Aql, Level, Stage } from '../../../api/domain/sampling/tables.ts';
import type { HouseProvider } from '../../shell/data-provider.ts';
import type { History } from '../history/history.ts';
import { PlanTable } from './PlanTable.tsx';
import { planBoth } from './plan-both.ts';

/** The plan while the terms are typed; under which stage follows from the lots before. */
export function PlanPreview() {
  const translate = useTranslate();
  const provider = useDataProvider<HouseProvider>();
  const [productId, lotSize, level, aqlMajor, aqlMinor] = useWatch({
    name: ['productId', 'lotSize', 'level', 'aqlMajor', 'aqlMinor'],
  });
  const { data: history } = useQuery({
    queryKey: ['inspections', 'history', productId],
    queryFn: ({ signal }) =>
      provider.ask<History>('/inspection-histories', { filter: { productId } }, signal),
    enabled: Boolean(productId),
    retry: false,
  });
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.inspections.plan.${key}`, options);
  const isSize = Number.isSafeInteger(lotSize) && lotSize >= 1;
  if (lotSize != null && lotSize !== '' && !isSize)
    return (
      <Alert severity="error" className="wide">
        {word('badLotSize')}
      </Alert>
    );
  if (history?.now.isDiscontinued)
    return (
      <Alert severity="error" className="wide">
        {word('discontinued')}
      </Alert>
    );
  if (!isSize || !level || !aqlMajor || !aqlMinor)
    return (
      <Alert severity="info" icon={false} className="wide">
        {word('typeFirst')}
      </Alert>
    );
  const stage = (history?.now.stage ?? 'normal') as Stage;
  const plans = planBoth({
    lotSize,
    level: level as Level,
    aqlMajor: aqlMajor as Aql,
    aqlMinor: aqlMinor as Aql,
    stage,
  });
  return (
    <Box className="wide" aria-live="polite" sx={{ mb: 1 }}>
      <PlanTable plans={plans} />
      {history && (
        <Box sx={{ color: 'text.secondary', fontSize: '0.9rem', mt: 0.5 }}>
          {word(history.events.length === 0 ? 'firstLot' : 'fromHistory', {
            stage: word(`stage.${stage}`),
            score: history.now.score,
          })}
        </Box>
      )}
    </Box>
  );
}
