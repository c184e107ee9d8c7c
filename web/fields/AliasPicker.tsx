import { Autocomplete, Box, Button, TextField } from '@mui/material';
import { useState } from 'react';
import { type RaRecord, useGetList, useTranslate } from 'react-admin';
import { Link } from 'react-router-dom';
import { useWhyNot } from '../shell/me-context.ts';
import { aliasBody, type Gap, sameName } from './gap.ts';
import { ReasonButton } from './ReasonButton.tsx';
import { useVerb } from './use-verb.ts';

/** Says who an unknown id is: the record of the same name by one click, another found by typing, or a new one. */
export function AliasPicker({ gap, onNamed }: { gap: Gap; onNamed: () => void }) {
  const translate = useTranslate();
  const whyNot = useWhyNot();
  const { run, busy } = useVerb();
  const resource = gap.kind === 'anchor' ? 'anchors' : 'products';
  const [typed, setTyped] = useState('');
  const [picked, setPicked] = useState<RaRecord | null>(null);
  const { data: found = [] } = useGetList(resource, pageOf(typed || gap.name || ''));
  const { data: named = [] } = useGetList(resource, pageOf(gap.name ?? ''), { enabled: gap.name !== null });
  const chosen = picked ?? (typed === '' ? sameName(gap, named) : undefined);
  const refused = whyNot('orders.alias');
  const name = (id: number) =>
    run((provider) => provider.send<{ lines: number }>('POST', '/orders/alias', aliasBody(gap, id)), {
      success: 'resources.orders.gap.named',
      onDone: onNamed,
    });
  const createAnchor = () =>
    run(
      async (provider) => {
        const { data } = await provider.create('anchors', { data: { name: gap.name ?? gap.externalId } });
        return provider.send('POST', '/orders/alias', aliasBody(gap, Number(data.id)));
      },
      { success: 'resources.orders.gap.named', onDone: onNamed },
    );
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center' }}>
      <Autocomplete
        sx={{ flex: '1 1 180px', minWidth: 0 }}
        options={found}
        value={picked}
        getOptionLabel={(record: RaRecord) => record.name ?? `#${record.id}`}
        getOptionKey={(record: RaRecord) => record.id}
        isOptionEqualToValue={(one, other) => one.id === other.id}
        filterOptions={(options) => options}
        onInputChange={(_, text, reason) => reason !== 'reset' && setTyped(text)}
        onChange={(_, record) => setPicked(record)}
        noOptionsText={translate('resources.orders.gap.nobody')}
        renderInput={(params) => (
          <TextField {...params} margin="none" label={translate(`resources.orders.gap.pick_${gap.kind}`)} />
        )}
      />
      <ReasonButton
        variant={chosen ? 'contained' : 'outlined'}
        busy={busy}
        reason={refused ?? (chosen ? undefined : translate('resources.orders.gap.pickFirst'))}
        onClick={() => chosen && void name(Number(chosen.id))}
      >
        {chosen
          ? translate('resources.orders.gap.nameAs', { name: chosen.name })
          : translate('resources.orders.gap.name')}
      </ReasonButton>
      {gap.kind === 'anchor' ? (
        <ReasonButton
          busy={busy}
          reason={refused ?? whyNot('anchors.create')}
          onClick={() => void createAnchor()}
        >
          {translate('resources.orders.gap.create')}
        </ReasonButton>
      ) : (
        <Button component={Link} to={createProductPath(gap)}>
          {translate('resources.orders.gap.create')}
        </Button>
      )}
    </Box>
  );
}

const pageOf = (q: string) => ({
  filter: q ? { q } : {},
  pagination: { page: 1, perPage: 20 },
  sort: { field: 'id', order: 'DESC' as const },
});

/** A product needs its brand: its own form, with the name filled in and the listing that makes the file's id known. */
function createProductPath(gap: Gap): string {
  const listing = { platform: gap.platform, externalId: gap.externalId, title: gap.name };
  const source = { name: gap.name ?? '', listings: [listing] };
  return `/products/create?${new URLSearchParams({ source: JSON.stringify(source) })}`;
}
