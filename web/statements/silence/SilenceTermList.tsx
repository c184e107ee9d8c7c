import { Alert, Box } from '@mui/material';
import { DataTable } from 'react-admin';
import { chinaTime } from '../../fields/day.ts';
import { HouseList } from '../../fields/HouseList.tsx';
import { StatusChip } from '../../fields/StatusChip.tsx';
import { useWord } from '../../fields/use-word.ts';
import { VerbButton } from '../../fields/VerbButton.tsx';
import { RecordSilenceTerm } from './RecordSilenceTerm.tsx';

/** `GET /silence-terms` */
interface SilenceTerm {
  id: number;
  contractNo: string;
  anchorName: string;
  versionNo: number;
  clauseNo: string;
  clauseText: string;
  days: number;
  recordedByName: string;
  recordedAt: string;
  endedAt: string | null;
}

/** Clauses by which an unanswered statement is accepted; without one, silence is no answer. */
export function SilenceTermList() {
  const word = useWord('resources.silence-terms');
  return (
    <Box sx={{ pt: 2 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mb: 1, alignItems: 'flex-start' }}>
        <Alert severity="info" sx={{ flex: '1 1 320px' }}>
          {word('about')}
        </Alert>
        <RecordSilenceTerm />
      </Box>
      <HouseList
        createAction={null}
        rowClick={false}
        empty="resources.silence-terms.empty"
        card={(record) => {
          const term = record as unknown as SilenceTerm;
          return {
            title: term.anchorName,
            right: word('days', { days: term.days }),
            lines: [
              <Clause key="clause" term={term} />,
              word('recorded', { name: term.recordedByName, at: chinaTime(term.recordedAt) }),
              <State key="state" term={term} />,
            ],
          };
        }}
      >
        <DataTable.Col source="anchorName" disableSort />
        <DataTable.Col source="clauseNo" disableSort render={(term: SilenceTerm) => <Clause term={term} />} />
        <DataTable.Col
          source="days"
          disableSort
          render={(term: SilenceTerm) => word('days', { days: term.days })}
        />
        <DataTable.Col
          source="recordedByName"
          disableSort
          render={(term: SilenceTerm) => `${term.recordedByName} ${chinaTime(term.recordedAt)}`}
        />
        <DataTable.Col source="state" disableSort render={(term: SilenceTerm) => <State term={term} />} />
      </HouseList>
    </Box>
  );
}

/** The clause in its own words, for they are what the anchor agreed to. */
function Clause({ term }: { term: SilenceTerm }) {
  const word = useWord('resources.silence-terms');
  return (
    <>
      {word('clause', {
        no: term.contractNo,
        version: term.versionNo,
        clause: term.clauseNo.replace(/^§/, ''),
      })}
      <Box
        component="blockquote"
        sx={{ m: 0, mt: 0.5, pl: 1, borderLeft: 3, borderColor: 'divider', overflowWrap: 'anywhere' }}
      >
        {term.clauseText}
      </Box>
    </>
  );
}

function State({ term }: { term: SilenceTerm }) {
  const word = useWord('resources.silence-terms');
  if (term.endedAt)
    return (
      <>
        <StatusChip value="ended" resource="silence-terms" source="state" tone="off" />{' '}
        {chinaTime(term.endedAt)}
      </>
    );
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <StatusChip value="active" resource="silence-terms" source="state" tone="good" />
      <VerbButton
        action="silence-terms.record"
        ask={{ title: word('end'), text: word('endAsk', { anchor: term.anchorName }) }}
        work={(provider) => provider.verb('silence-terms', term.id, 'end')}
        success="resources.silence-terms.ended"
      >
        {word('end')}
      </VerbButton>
    </Box>
  );
}
