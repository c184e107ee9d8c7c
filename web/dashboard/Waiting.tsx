import DoneIcon from '@mui/icons-material/TaskAltOutlined';
import { Box, Card, CardActionArea, Skeleton, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { EmptyState } from '../fields/EmptyState.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { type Task, tasksOf } from './tasks.ts';
import type { StaffFigures } from './use-figures.ts';

/** What waits for somebody, each the way into its list; what waits for nobody is not drawn. */
export function Waiting({ figures }: { figures: StaffFigures | undefined }) {
  const translate = useTranslate();
  if (!figures) return <Skeleton variant="rounded" height={120} />;
  const tasks = tasksOf(figures).filter(({ count }) => count > 0);
  return (
    <Section title="resources.dashboard.waiting">
      {tasks.length === 0 ? (
        <EmptyState dense icon={DoneIcon} text={translate('resources.dashboard.nothingWaits')} />
      ) : (
        <Box
          sx={{
            display: 'grid',
            gap: 1.5,
            gridTemplateColumns: 'repeat(auto-fill, minmax(140px, 1fr))',
          }}
        >
          {tasks.map((task) => (
            <TaskCard key={task.key} task={task} />
          ))}
        </Box>
      )}
    </Section>
  );
}

function TaskCard({ task }: { task: Task }) {
  const translate = useTranslate();
  return (
    <Card variant="outlined">
      <CardActionArea component={Link} to={task.to} sx={{ px: 2, py: 1.25, height: '100%' }}>
        <Typography
          sx={{
            fontSize: '1.7rem',
            fontWeight: 650,
            lineHeight: 1.3,
            fontVariantNumeric: 'tabular-nums',
            color: task.isTrouble ? 'error.main' : 'text.primary',
          }}
        >
          {task.count.toLocaleString('en')}
        </Typography>
        <Typography color="text.secondary">
          {translate(`resources.dashboard.task.${task.key}`, { smart_count: task.count })}
        </Typography>
      </CardActionArea>
    </Card>
  );
}
