import { Alert, Box } from '@mui/material';
import { Fen } from '../../fields/FenField.tsx';
import { ReasonButton } from '../../fields/ReasonButton.tsx';
import { useSaid } from '../../fields/use-said.ts';
import { useWord } from '../../fields/use-word.ts';
import { Working } from './PayPreviewView.tsx';
import type { TaxPreview } from './previews.ts';

/** Whose tax cannot be reckoned yet and how to mend it, then what is withheld of whom. */
export function TaxPreviewView({ preview }: { preview: TaxPreview }) {
  const word = useWord('resources.settlements.close.tax');
  const said = useSaid();
  return (
    <Box sx={{ display: 'grid', gap: 1, gridTemplateColumns: 'minmax(0, 1fr)' }}>
      {preview.refused.map((one) => (
        <Alert
          key={one.anchorId}
          severity="warning"
          action={
            <ReasonButton color="inherit" to={`/tax-profiles?record=${one.anchorId}`}>
              {word('mend')}
            </ReasonButton>
          }
        >
          <b>{one.anchorName}</b> · {said(one.whatToDo)}
        </Alert>
      ))}
      {preview.withheld.length > 0 && (
        <Box
          sx={{
            border: 1,
            borderColor: 'divider',
            borderRadius: 1,
            px: 1.5,
            backgroundColor: 'background.paper',
          }}
        >
          {preview.withheld.map((one) => (
            <Box key={one.anchorId} sx={{ py: 0.75 }}>
              <Box sx={{ display: 'flex', gap: 2, justifyContent: 'space-between' }}>
                <b>{one.anchorName}</b>
                <span>
                  <Fen value={one.grossFen} /> − <Fen value={one.taxFen} /> ={' '}
                  <Fen value={one.netFen} strong />
                </span>
              </Box>
              <Working steps={one.working} />
            </Box>
          ))}
        </Box>
      )}
    </Box>
  );
}
