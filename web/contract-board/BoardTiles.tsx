import { Box, Card, CardActionArea, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { BOARD_KINDS, type BoardCounts, type BoardKind } from './board.ts';

/** A number for each kind, each a link to its list. */
export function BoardTiles({ counts, shown }: { counts: BoardCounts; shown: BoardKind }) {
  const translate = useTranslate();
  return (
    <Box
      component="nav"
      aria-label={translate('resources.contract-board.name', { smart_count: 1 })}
      sx={{
        display: 'grid',
        gap: 1.25,
        gridTemplateColumns: { xs: 'repeat(2, minmax(0, 1fr))', sm: 'repeat(auto-fill, minmax(150px, 1fr))' },
      }}
    >
      {BOARD_KINDS.map((tile) => {
        const count = counts[tile.kind];
        const isTrouble = 'isTrouble' in tile && count > 0;
        return (
          <Card
            key={tile.kind}
            sx={{ borderColor: tile.kind === shown ? 'primary.main' : undefined, borderWidth: 2 }}
          >
            <CardActionArea
              component={Link}
              to={`/contract-board?kind=${tile.kind}`}
              aria-current={tile.kind === shown ? 'true' : undefined}
              sx={{ px: 1.75, py: 1, height: '100%' }}
            >
              <Typography
                sx={{
                  fontSize: '1.6rem',
                  fontWeight: 650,
                  lineHeight: 1.3,
                  fontVariantNumeric: 'tabular-nums',
                  color: isTrouble ? 'error.main' : count === 0 ? 'text.disabled' : 'text.primary',
                }}
              >
                {count.toLocaleString('en')}
              </Typography>
              <Typography color="text.secondary">
                {translate(`resources.contract-board.kind.${tile.kind}`)}
              </Typography>
            </CardActionArea>
          </Card>
        );
      })}
    </Box>
  );
}
