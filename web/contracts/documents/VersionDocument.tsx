import PasteIcon from '@mui/icons-material/ContentPasteOutlined';
import { Alert, Box, Button, Typography } from '@mui/material';
import { useState } from 'react';
import { useRefresh, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { versionPath } from '../../fields/findings/use-of-version.ts';
import { Section } from '../../fields/HouseShow.tsx';
import { useReasonText } from '../../fields/ReasonButton.tsx';
import { VerbButton } from '../../fields/VerbButton.tsx';
import { useWhyNot } from '../../shell/me-context.ts';
import type { Contract, Version } from '../version.ts';
import { DocumentWarnings } from './DocumentWarnings.tsx';
import { DropZone } from './DropZone.tsx';
import type { Attached } from './document.ts';
import { PasteDialog } from './PasteDialog.tsx';

/** The text of a draft: uploaded, pasted, or let go of to type it by hand. */
export function VersionDocument({ contract, version }: { contract: Contract; version: Version }) {
  const translate = useTranslate();
  const refresh = useRefresh();
  const refused = useReasonText(useWhyNot()('contracts.upload'));
  const [attached, setAttached] = useState<Attached>();
  const [pasting, setPasting] = useState(false);
  const place = versionPath(contract.id, version.id);
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.contracts.document.${key}`, options);
  const onSent = (answer: Attached) => {
    setAttached(answer);
    refresh();
  };
  if (version.stage !== 'draft' || version.status !== 'draft') return null;
  return (
    <Section
      title="resources.contracts.document.title"
      actions={
        version.documentId !== null && (
          <VerbButton
            action="contracts.upload"
            ask={{ title: word('release'), text: word('releaseAsk') }}
            work={(provider) => provider.send('DELETE', `${place}/documents`)}
          >
            {word('release')}
          </VerbButton>
        )
      }
    >
      {refused ? (
        <Typography color="text.secondary">{refused}</Typography>
      ) : (
        <DropZone<Attached>
          path={`${place}/documents`}
          accept=".docx,.doc,.pdf,.txt,.md"
          help={word('formats')}
          onSent={onSent}
        >
          <Button variant="outlined" startIcon={<PasteIcon />} onClick={() => setPasting(true)}>
            {word('paste')}
          </Button>
        </DropZone>
      )}
      {attached && (
        <Box sx={{ mt: 1.5, display: 'grid', gap: 1 }} aria-live="polite">
          <Alert
            severity="success"
            action={
              <Button
                color="inherit"
                component={Link}
                to={`/contracts/${contract.id}/versions/${version.id}/review`}
              >
                {word('toReview')}
              </Button>
            }
          >
            {word('read', { name: attached.document.fileName, clauses: version.clauses.length })}
          </Alert>
          <DocumentWarnings warnings={attached.document.warnings} />
          {attached.droppedRules.length > 0 && (
            <Alert severity="warning">
              {word('droppedRules', {
                clauses: attached.droppedRules.map(({ clauseNo }) => clauseNo).join('、'),
              })}
            </Alert>
          )}
        </Box>
      )}
      {pasting && <PasteDialog place={place} onClose={() => setPasting(false)} onSent={onSent} />}
    </Section>
  );
}
