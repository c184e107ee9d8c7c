import { Alert, Box, Button, Typography } from '@mui/material';
import { useGetList, useNotify, useTranslate } from 'react-admin';
import { useFormContext } from 'react-hook-form';
import type { ProposedTerm } from '../../../api/domain/read-terms-shape.ts';
import { addDays } from '../../fields/day.ts';
import type { Bilingual } from '../../fields/findings/finding.ts';
import { useBilingual } from '../../fields/findings/use-bilingual.ts';
import { useOfVersion, versionPath } from '../../fields/findings/use-of-version.ts';
import { Section } from '../../fields/HouseShow.tsx';
import { useAnchorParty } from '../use-anchor-party.ts';
import { type Contract, clauseMark, type Draft, type Version } from '../version.ts';
import { clauseNoOf, rulesOf } from './propose-rules.ts';
import { termInWords } from './term-words.ts';

interface Proposed {
  terms: ProposedTerm[];
  mismatches: { start: number; end: number; quote: string; reason: Bilingual }[];
}

/** What the text seems to agree on, each with its sentence; shares and days are taken into the form by one press. */
export function ProposedTerms({ contract, version }: { contract: Contract; version: Version }) {
  const translate = useTranslate();
  const say = useBilingual();
  const place = versionPath(contract.id, version.id);
  const { data } = useOfVersion<Proposed>(place, 'proposed-terms', {
    enabled: version.clauses.length > 0,
  });
  if (!data || data.terms.length + data.mismatches.length === 0) return null;
  return (
    <Section title="resources.contracts.terms.title">
      {data.mismatches.map(({ start, quote, reason }) => (
        <Alert key={`${start} ${reason.zh}`} severity="error" sx={{ mb: 1 }}>
          {say(reason)}
          <Quote text={quote} />
        </Alert>
      ))}
      <Typography variant="body2" color="text.secondary">
        {translate('resources.contracts.terms.help')}
      </Typography>
      <TakeOver contract={contract} version={version} terms={data.terms} />
      {data.terms.map((term) => (
        <Term key={`${term.start} ${JSON.stringify(term.value)}`} term={term} version={version} />
      ))}
    </Section>
  );
}

function Term({ term, version }: { term: ProposedTerm; version: Version }) {
  const translate = useTranslate();
  const word = (key: string) => translate(`resources.contracts.terms.${key}`);
  return (
    <Box
      component="details"
      sx={{ py: 0.5, borderTop: 1, borderColor: 'divider', '& summary': { cursor: 'pointer' } }}
    >
      <summary>
        <b>{word(`field.${term.field}`)}</b> {termInWords(translate, term.value)}{' '}
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {clauseMark(clauseNoOf(term, version.clauses))}
          {term.confidence !== 'high' && ` · ${word(`confidence.${term.confidence}`)}`}
        </Box>
      </summary>
      <Quote text={term.quote} />
    </Box>
  );
}

function Quote({ text }: { text: string }) {
  return (
    <Box
      component="blockquote"
      sx={{ m: 0, my: 0.5, pl: 1.5, borderLeft: 3, borderColor: 'divider', whiteSpace: 'pre-wrap' }}
    >
      {text}
    </Box>
  );
}

/** Into the form, where they are looked at and saved like anything typed. */
function TakeOver(props: { contract: Contract; version: Version; terms: ProposedTerm[] }) {
  const { contract, version, terms } = props;
  const translate = useTranslate();
  const notify = useNotify();
  const { getValues, setValue } = useFormContext<Draft>();
  const anchor = useAnchorParty(contract);
  const { data: agencies } = useGetList('parties', {
    filter: { kind: 'agency' },
    sort: { field: 'id', order: 'ASC' },
    pagination: { page: 1, perPage: 1 },
  });
  const rules = rulesOf(terms, version.clauses, {
    anchorId: anchor?.id,
    agencyId: agencies?.[0]?.id as number | undefined,
  });
  const term = terms.find(({ value }) => value.field === 'term' && value.from !== null);
  const word = (key: string, options?: Record<string, unknown>) =>
    translate(`resources.contracts.terms.${key}`, options);
  const change = { shouldDirty: true, shouldTouch: true } as const;
  const takeRules = () => {
    setValue('rules', [...(getValues('rules') ?? []), ...rules], change);
    notify('resources.contracts.terms.taken', { type: 'info' });
  };
  const takeDays = () => {
    if (term?.value.field !== 'term' || term.value.from === null) return;
    setValue('effectiveFrom', term.value.from, change);
    // The text names the last day; the version the first day it no longer covers.
    setValue('effectiveTo', term.value.to === null ? null : addDays(term.value.to, 1), change);
    notify('resources.contracts.terms.taken', { type: 'info' });
  };
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, my: 1 }}>
      {rules.length > 0 && (
        <Button variant="outlined" onClick={takeRules}>
          {word('takeRules', { smart_count: rules.length })}
        </Button>
      )}
      {term && (
        <Button variant="outlined" onClick={takeDays}>
          {word('takeDays')}
        </Button>
      )}
    </Box>
  );
}
