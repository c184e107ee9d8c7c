import { Alert, Box } from '@mui/material';
import { BooleanInput, required, TextInput, useGetOne, useTranslate } from 'react-admin';
import { useWatch } from 'react-hook-form';
import { useNavigate, useSearchParams } from 'react-router-dom';
import { today } from '../fields/day.ts';
import { Columns, FormHeading, HouseCreate } from '../fields/HouseForm.tsx';
import { Section } from '../fields/HouseShow.tsx';
import { RefInput } from '../fields/RefInput.tsx';
import { useWord } from '../fields/use-word.ts';
import { VerbButton } from '../fields/VerbButton.tsx';
import { useMe } from '../shell/me-context.ts';
import type { CaseRecord, HoldWindow } from './case.ts';
import { WindowInputs } from './WindowInputs.tsx';

/** A case opened by hand; from an inspection its record is enough, and the rest is taken from there. */
export function CaseCreate() {
  const [query] = useSearchParams();
  const source = readSource(query);
  return source.inspectionId === null ? <ByHand source={source} /> : <FromInspection source={source} />;
}

interface Source {
  inspectionId: number | null;
  productId: number | null;
  title: string | null;
  batch: string | null;
}

/** `?inspectionId=7`, or react-admin's `?source={…}`. */
function readSource(query: URLSearchParams): Source {
  let told: Partial<Source> = {};
  try {
    told = JSON.parse(query.get('source') ?? '{}') as Partial<Source>;
  } catch {
    // An address somebody cut short says nothing: the form is empty.
  }
  const inspectionId = Number(query.get('inspectionId') ?? told.inspectionId ?? 0);
  return {
    inspectionId: Number.isSafeInteger(inspectionId) && inspectionId > 0 ? inspectionId : null,
    productId: told.productId ?? null,
    title: told.title ?? null,
    batch: told.batch ?? null,
  };
}

interface InspectionSeen {
  id: number;
  productName: string;
}

function FromInspection({ source }: { source: Source }) {
  const word = useWord('resources.cases.create');
  const navigate = useNavigate();
  const { data } = useGetOne<InspectionSeen>('inspections', { id: source.inspectionId! });
  const product = data?.productName ?? '…';
  return (
    <Box sx={{ pt: 2, maxWidth: 760 }}>
      <Section title="resources.cases.create.fromInspection">
        <Alert severity="info" icon={false}>
          {word('fromInspectionText', { product })}
          <Box sx={{ mt: 1 }}>{word('goToCase')}</Box>
        </Alert>
        <Box sx={{ mt: 2 }}>
          <VerbButton
            variant="contained"
            size="large"
            action="cases.open"
            busy={!data}
            work={(provider) =>
              provider.send<CaseRecord>('POST', '/cases', { inspectionId: source.inspectionId })
            }
            onDone={({ id }) => navigate(`/cases/${id}/show`)}
          >
            {word('open')}
          </VerbButton>
        </Box>
      </Section>
    </Box>
  );
}

function ByHand({ source }: { source: Source }) {
  const { can } = useMe();
  const mayHold = can.includes('cases.hold');
  return (
    <HouseCreate
      body={(values) => toBody(values, mayHold)}
      defaultValues={{
        ...source,
        withHold: mayHold,
        hold: { paidFrom: `${today()}T00:00:00+08:00` },
      }}
    >
      <Columns>
        <RefInput source="productId" reference="products" validate={required()} />
        <TextInput source="batch" />
        <TextInput source="title" validate={required()} className="wide" />
        <TextInput source="reason" validate={required()} multiline minRows={2} className="wide" />
        <TextInput source="evidenceTitle" className="wide" />
        <TextInput source="evidenceNote" multiline minRows={2} className="wide" />
      </Columns>
      <HoldPart mayHold={mayHold} />
    </HouseCreate>
  );
}

function HoldPart({ mayHold }: { mayHold: boolean }) {
  const translate = useTranslate();
  const withHold = useWatch({ name: 'withHold' });
  return (
    <>
      <FormHeading text="resources.cases.section.holds" help="resources.cases.create.stopSale" />
      {mayHold ? (
        <BooleanInput source="withHold" helperText="resources.cases.create.holdHelp" />
      ) : (
        <Alert severity="info">{translate('resources.cases.create.operatorHold')}</Alert>
      )}
      {mayHold && withHold && <WindowInputs prefix="hold." />}
    </>
  );
}

function toBody(values: Record<string, unknown>, mayHold: boolean): Record<string, unknown> {
  const { productId, title, reason, batch, evidenceTitle, evidenceNote, withHold, hold } = values;
  const hasEvidence = Boolean(evidenceTitle || evidenceNote);
  return {
    ...{ productId, title, reason, batch: batch || null },
    hold: mayHold && withHold ? windowOf(hold as Partial<HoldWindow>) : null,
    evidence: hasEvidence
      ? [{ kind: 'note', title: evidenceTitle || title, note: evidenceNote || evidenceTitle }]
      : [],
  };
}

/** What is left empty does not narrow the window. */
const windowOf = (window: Partial<HoldWindow>): HoldWindow => ({
  paidFrom: window.paidFrom ?? '',
  paidTo: window.paidTo || null,
  platform: window.platform || null,
  streamId: window.streamId || null,
  dealId: window.dealId || null,
  anchorId: window.anchorId || null,
});
