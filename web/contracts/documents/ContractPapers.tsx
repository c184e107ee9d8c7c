import DownloadIcon from '@mui/icons-material/DownloadOutlined';
import { Box, Button, MenuItem, TextField, Typography } from '@mui/material';
import { useState } from 'react';
import { useGetList, useRecordContext, useRefresh, useTranslate } from 'react-admin';
import { chinaTime } from '../../fields/day.ts';
import { EmptyState } from '../../fields/EmptyState.tsx';
import { Section } from '../../fields/HouseShow.tsx';
import { useMe } from '../../shell/me-context.ts';
import type { Contract } from '../version.ts';
import { DocumentWarnings } from './DocumentWarnings.tsx';
import { DropZone } from './DropZone.tsx';
import { type ContractDocument, PAPER_KINDS, sizeInWords } from './document.ts';

/** Every paper of the contract, as it came, with its hash; and the way in for signed scans and other papers. */
export function ContractPapers() {
  const contract = useRecordContext<Contract>();
  const translate = useTranslate();
  const { can } = useMe();
  const [adding, setAdding] = useState(false);
  const { data = [], isPending } = useGetList<ContractDocument>(
    'contract-documents',
    {
      filter: { contractId: contract?.id },
      sort: { field: 'id', order: 'DESC' },
      pagination: { page: 1, perPage: 50 },
    },
    { enabled: contract !== undefined },
  );
  if (!contract) return null;
  const mayAdd = can.includes('contracts.upload');
  return (
    <Section
      title="resources.contracts.document.papers"
      flush
      actions={
        mayAdd && (
          <Button onClick={() => setAdding(!adding)} aria-expanded={adding}>
            {translate('resources.contracts.document.addPaper')}
          </Button>
        )
      }
    >
      {adding && <AddPaper contractId={contract.id} onSent={() => setAdding(false)} />}
      {!isPending && data.length === 0 && (
        <EmptyState dense text={translate('resources.contracts.document.noPapers')} />
      )}
      <Box component="ul" sx={{ listStyle: 'none', p: 0, m: 0 }}>
        {data.map((paper) => (
          <Paper key={paper.id} paper={paper} />
        ))}
      </Box>
    </Section>
  );
}

function Paper({ paper }: { paper: ContractDocument }) {
  const translate = useTranslate();
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.contracts.document.${key}`, options);
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        flexWrap: 'wrap',
        gap: 1,
        alignItems: 'center',
        px: 2,
        py: 1,
        borderTop: 1,
        borderColor: 'divider',
      }}
    >
      <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>{paper.fileName}</Typography>
        <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
          {[
            word(`kind.${paper.kind}`),
            paper.versionNo !== null && translate('resources.contracts.version', { no: paper.versionNo }),
            sizeInWords(paper.sizeBytes),
            paper.uploadedByName,
            chinaTime(paper.uploadedAt),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Typography>
        <Typography variant="body2" color="text.secondary" sx={{ overflowWrap: 'anywhere' }}>
          SHA-256 <code>{paper.sha256.slice(0, 16)}…</code>
        </Typography>
        {paper.refusalCode && (
          <Typography variant="body2" color="error">
            {word('refusedWhy')}
            {translate(`house.problem.${paper.refusalCode}`, { _: paper.refusalMessage ?? '' })}
          </Typography>
        )}
        <DocumentWarnings warnings={paper.warnings} />
      </Box>
      <Button
        component="a"
        href={`/api/contract-documents/${paper.id}/original`}
        download={paper.fileName}
        startIcon={<DownloadIcon />}
      >
        {word('original')}
      </Button>
    </Box>
  );
}

function AddPaper({ contractId, onSent }: { contractId: number; onSent: () => void }) {
  const translate = useTranslate();
  const refresh = useRefresh();
  const [kind, setKind] = useState<(typeof PAPER_KINDS)[number]>('signed_scan');
  const word = (key: string) => translate(`resources.contracts.document.${key}`);
  return (
    <Box sx={{ px: 2, pb: 2 }}>
      <TextField
        select
        label={word('kindField')}
        value={kind}
        onChange={(event) => setKind(event.target.value as typeof kind)}
        sx={{ maxWidth: 320, mb: 1.5 }}
      >
        {PAPER_KINDS.map((one) => (
          <MenuItem key={one} value={one}>
            {word(`kind.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <DropZone<ContractDocument>
        path={`/contracts/${contractId}/files?kind=${kind}`}
        accept=".pdf,.docx,.jpg,.jpeg,.png"
        help={word('paperFormats')}
        onSent={() => {
          refresh();
          onSent();
        }}
      />
    </Box>
  );
}
