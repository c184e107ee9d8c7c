import { Box, Typography } from '@mui/material';
import { useTranslate } from 'react-admin';
import { type Category, TEMPLATES } from '../../../api/domain/inspection/templates.ts';
import { useBilingual } from '../../fields/findings/use-bilingual.ts';
import { StatusChip, type Tone } from '../../fields/StatusChip.tsx';
import { CRITICALITY_TONES, type Unit, type UnitRow } from '../inspection.ts';
import { DifferenceCard } from './DifferenceCard.tsx';

const TONES: Record<UnitRow['outcome'], Tone> = {
  different: 'bad',
  cannot_compare: 'wait',
  within_tolerance: 'good',
  same_meaning: 'good',
  same: 'good',
};

/** Attribute by attribute: differences first, the worst on top, then what could not be compared; the rest is folded away. */
export function AttributeRows({
  unit,
  category,
  ended,
}: {
  unit: Unit;
  category: Category;
  ended: string | undefined;
}) {
  const translate = useTranslate();
  const toDecide = unit.rows.filter(({ outcome }) => outcome === 'different' || outcome === 'cannot_compare');
  const rest = unit.rows.filter((row) => !toDecide.includes(row));
  const barcodes = unit.differences.filter(({ origin }) => origin === 'barcode');
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.inspections.rows.${key}`, options);
  return (
    <Box>
      {toDecide.length === 0 && barcodes.length === 0 && (
        <Typography sx={{ px: 2, pb: 1.5 }}>{word('noDifference')}</Typography>
      )}
      {barcodes.length > 0 && (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, px: 2, py: 1 }}>
          {barcodes.map((one) => (
            <DifferenceCard key={one.id} difference={one} ended={ended} />
          ))}
        </Box>
      )}
      {toDecide.map((row) => (
        <Row key={row.attribute} row={row} category={category}>
          {unit.differences
            .filter(({ origin, attribute }) => origin === 'attribute' && attribute === row.attribute)
            .map((one) => (
              <DifferenceCard key={one.id} difference={one} ended={ended} />
            ))}
        </Row>
      ))}
      {rest.length > 0 && (
        <Box
          component="details"
          sx={{
            borderTop: 1,
            borderColor: 'divider',
            '& summary': { cursor: 'pointer', px: 2, py: 1.25, fontWeight: 600 },
          }}
        >
          <summary>{word('rest', { count: rest.length })}</summary>
          {rest.map((row) => (
            <Row key={row.attribute} row={row} category={category} />
          ))}
        </Box>
      )}
    </Box>
  );
}

function Row({ row, category, children }: { row: UnitRow; category: Category; children?: React.ReactNode }) {
  const translate = useTranslate();
  const say = useBilingual();
  const name = TEMPLATES[category].find(({ attribute }) => attribute === row.attribute)?.name;
  const isPlain = children === undefined;
  return (
    <Box
      sx={{
        display: 'grid',
        columnGap: 2,
        rowGap: 0.75,
        px: 2,
        py: 1.25,
        borderTop: 1,
        borderColor: 'divider',
        alignItems: 'start',
        gridTemplateColumns: { xs: '1fr 1fr', md: '150px minmax(0, 1fr) minmax(0, 1fr) minmax(0, 1.3fr)' },
      }}
    >
      <Box sx={{ gridColumn: { xs: '1 / -1', md: 'auto' }, fontWeight: 600 }}>
        {name ? say(name) : row.attribute}{' '}
        <Box component="span" sx={{ ml: 0.5, fontWeight: 400, fontSize: '0.85rem', color: 'text.secondary' }}>
          <StatusChip
            value={row.criticality}
            tone={CRITICALITY_TONES[row.criticality]}
            text={translate(`resources.photos.attribute.${row.criticality}`)}
          />
        </Box>
      </Box>
      <Side label="sealed" text={row.sealed} />
      <Side label="shipped" text={row.shipped} isOther={row.outcome === 'different'} />
      <Box sx={{ gridColumn: { xs: '1 / -1', md: 'auto' }, minWidth: 0 }}>
        {isPlain ? (
          <Box sx={{ '& span': { whiteSpace: 'normal' } }}>
            <StatusChip value={row.outcome} tone={TONES[row.outcome]} text={say(row.words)} />
          </Box>
        ) : (
          <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0, display: 'grid', gap: 1 }}>
            {children}
          </Box>
        )}
      </Box>
    </Box>
  );
}

function Side({
  label,
  text,
  isOther,
}: {
  label: 'sealed' | 'shipped';
  text: string | null;
  isOther?: boolean;
}) {
  const translate = useTranslate();
  return (
    <Box sx={{ minWidth: 0, overflowWrap: 'anywhere' }}>
      <Box sx={{ color: 'text.secondary', fontSize: '0.8rem' }}>
        {translate(`resources.photos.slider.${label}`)}
      </Box>
      <Box sx={{ fontWeight: isOther ? 650 : undefined }}>
        {text === null
          ? translate('house.field.none')
          : text === ''
            ? translate('resources.photos.attribute.isNone')
            : text}
      </Box>
    </Box>
  );
}
