import GoodIcon from '@mui/icons-material/CheckCircleOutline';
import BadIcon from '@mui/icons-material/ErrorOutline';
import NeverIcon from '@mui/icons-material/FactCheckOutlined';
import { Box, Card, CardActionArea, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { chinaTime } from '../fields/day.ts';
import type { StaffFigures } from './use-figures.ts';

/** Whether the books added up when they were last checked, and the way to what was found. */
export function BooksState({ check }: { check: NonNullable<StaffFigures['booksCheck']> | null }) {
  const translate = useTranslate();
  const state = check === null ? 'never' : check.broken === 0 ? 'clean' : 'broken';
  const Icon = { never: NeverIcon, clean: GoodIcon, broken: BadIcon }[state];
  const color = { never: 'text.secondary', clean: 'success.main', broken: 'error.main' }[state];
  return (
    <Card>
      <CardActionArea
        component={Link}
        to="/books"
        sx={{ px: 2, py: 1.25, display: 'flex', gap: 1.5, alignItems: 'center' }}
      >
        <Icon aria-hidden sx={{ color }} />
        <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2, flex: 1, alignItems: 'baseline' }}>
          <Typography sx={{ fontWeight: 600, color: state === 'broken' ? 'error.main' : undefined }}>
            {translate(`resources.dashboard.books.${state}`, {
              count: check?.rules,
              smart_count: check?.broken,
            })}
          </Typography>
          <Typography variant="body2" color="text.secondary">
            {check
              ? translate('resources.dashboard.books.at', { at: chinaTime(check.checkedAt) })
              : translate('resources.dashboard.books.neverHint')}
          </Typography>
        </Box>
      </CardActionArea>
    </Card>
  );
}
