import {
  Alert,
  Checkbox,
  FormControl,
  FormControlLabel,
  FormGroup,
  FormLabel,
  MenuItem,
  TextField,
} from '@mui/material';
import { useState } from 'react';
import {
  type Bearer,
  type CaseDecision,
  type CaseOutcome,
  whyNotDecide,
} from '../../api/domain/inspection/case-life.ts';
import { useReasonText } from '../fields/ReasonButton.tsx';
import { useVerb } from '../fields/use-verb.ts';
import { useWord } from '../fields/use-word.ts';
import { useMe } from '../shell/me-context.ts';
import { CaseDialog } from './CaseDialog.tsx';
import { type CaseRecord, factsOf } from './case.ts';
import { useCaseReason } from './use-case-reason.ts';

const OUTCOMES = ['substitution', 'deviation', 'cleared'] as const;
const BEARERS = ['brand', 'supplier', 'agency', 'anchor'] as const;

/** Outcome, bearer and reasons; what the rules refuse is said while it is chosen. */
export function DecideDialog({ one, onClose }: { one: CaseRecord; onClose: () => void }) {
  const word = useWord('resources.cases');
  const me = useMe();
  const inWords = useCaseReason();
  const { run, busy } = useVerb();
  const [outcome, setOutcome] = useState<CaseOutcome>(one.upheldDifferences > 0 ? 'substitution' : 'cleared');
  const [bearer, setBearer] = useState<Bearer | null>(one.upheldDifferences > 0 ? 'brand' : null);
  const [anchorId, setAnchorId] = useState<number | null>(null);
  const [faults, setFaults] = useState<number[]>([]);
  const [reason, setReason] = useState('');
  const isAnchor = bearer === 'anchor';
  const anchors = anchorsOf(one);
  const decision: CaseDecision = {
    outcome,
    bearer,
    reason: reason.trim(),
    anchorFaultEvidenceIds: isAnchor ? faults : [],
  };
  const refusal = whyNotDecide(factsOf(one), decision, { userId: me.id });
  const why = useReasonText(refusal?.code === 'no_reason' ? undefined : inWords(refusal));
  const send = () =>
    run(
      (provider) =>
        provider.verb('cases', one.id, 'decide', { ...decision, bearerAnchorId: isAnchor ? anchorId : null }),
      { onDone: onClose },
    );
  const choose = (chosen: CaseOutcome) => {
    setOutcome(chosen);
    if (chosen === 'cleared') setBearer(null);
    else if (chosen === 'substitution' && bearer === null) setBearer('brand');
  };
  return (
    <CaseDialog
      title={word('verb.decide')}
      doIt={word('verb.decide')}
      onClose={onClose}
      busy={busy}
      isIncomplete={refusal !== undefined || (isAnchor && anchorId === null)}
      onSend={() => void send()}
    >
      <Alert severity="info" icon={false} sx={{ mb: 1 }}>
        {word('decision.final')}
      </Alert>
      <TextField
        select
        label={word('decision.outcome')}
        value={outcome}
        onChange={(event) => choose(event.target.value as CaseOutcome)}
        helperText={word(`outcomeHelp.${outcome}`)}
      >
        {OUTCOMES.map((one) => (
          <MenuItem key={one} value={one}>
            {word(`outcome.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        select
        label={word('decision.bearer')}
        value={bearer ?? ''}
        onChange={(event) => setBearer((event.target.value || null) as Bearer | null)}
        helperText={word('bearerHelp')}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
      >
        <MenuItem value="">{word('decision.nobody')}</MenuItem>
        {BEARERS.map((one) => (
          <MenuItem key={one} value={one}>
            {word(`bearer.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      {isAnchor && (
        <>
          <TextField
            select
            required
            label={word('decision.bearerAnchor')}
            value={anchorId ?? ''}
            onChange={(event) => setAnchorId(Number(event.target.value))}
          >
            {anchors.map(({ anchorId: id, partyName }) => (
              <MenuItem key={id} value={id!}>
                {partyName}
              </MenuItem>
            ))}
          </TextField>
          <FormControl component="fieldset">
            <FormLabel component="legend">{word('decision.faultEvidence')}</FormLabel>
            <FormGroup>
              {one.evidence.map(({ id, title }) => (
                <FormControlLabel
                  key={id}
                  label={title}
                  control={
                    <Checkbox
                      size="small"
                      checked={faults.includes(id)}
                      onChange={(_, on) => setFaults(on ? [...faults, id] : faults.filter((at) => at !== id))}
                    />
                  }
                />
              ))}
            </FormGroup>
          </FormControl>
          {faults.length === 0 && <Alert severity="warning">{word('decision.faultNeeded')}</Alert>}
        </>
      )}
      <TextField
        label={word('decision.reason')}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        required
        multiline
        minRows={3}
        slotProps={{ htmlInput: { maxLength: 4000 } }}
      />
      {why && <Alert severity="error">{why}</Alert>}
    </CaseDialog>
  );
}

/** The anchors whose money is in the case, each once. */
const anchorsOf = ({ holds }: CaseRecord) => {
  const anchors = holds.flatMap(({ parties }) => parties).filter(({ anchorId }) => anchorId !== null);
  return [...new Map(anchors.map((party) => [party.anchorId, party])).values()];
};
