import SearchIcon from '@mui/icons-material/Search';
import { Autocomplete, Box, Button, Dialog, IconButton, TextField, Typography } from '@mui/material';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState } from 'react';
import { useDataProvider, useGetResourceLabel, useTranslate } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import type { HouseProvider } from './data-provider.ts';
import { useMe } from './me-context.ts';
import { type Hit, hitsOf, PER_KIND, SEARCHED } from './search.ts';

/** Search over everything the user may list; Ctrl-K (⌘K) opens it from anywhere. */
export function Palette() {
  const translate = useTranslate();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        setOpen((was) => !was);
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  const show = () => setOpen(true);
  const words = translate('house.search.open');
  return (
    <>
      <Button
        onClick={show}
        startIcon={<SearchIcon />}
        variant="outlined"
        color="inherit"
        sx={{
          display: { xs: 'none', sm: 'inline-flex' },
          color: 'text.secondary',
          borderColor: 'divider',
          fontWeight: 400,
          minWidth: 150,
          justifyContent: 'flex-start',
        }}
      >
        {words}
        <Box component="kbd" sx={{ ml: 'auto', pl: 2, fontSize: 11, fontFamily: 'inherit' }}>
          Ctrl K
        </Box>
      </Button>
      <IconButton onClick={show} color="inherit" aria-label={words} sx={{ display: { sm: 'none' } }}>
        <SearchIcon />
      </IconButton>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        fullWidth
        maxWidth="sm"
        slotProps={{ paper: { sx: { alignSelf: 'flex-start', mt: '10vh' } } }}
      >
        <SearchBox onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function SearchBox({ onDone }: { onDone: () => void }) {
  const translate = useTranslate();
  const label = useGetResourceLabel();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const { hits, busy, failed } = useHits(useDeferredValue(typed.trim()));
  const nothing = failed
    ? 'house.search.failed'
    : typed.trim().length < 2
      ? 'house.search.hint'
      : 'house.search.none';
  return (
    <Autocomplete<Hit, false, false, true>
      open
      freeSolo={false as true}
      disablePortal
      options={hits}
      filterOptions={(options) => options}
      groupBy={(hit) => label(hit.resource, 2)}
      getOptionLabel={(hit) => (typeof hit === 'string' ? hit : hit.title)}
      getOptionKey={(hit) => (typeof hit === 'string' ? hit : `${hit.resource}/${hit.id}`)}
      autoHighlight
      loading={busy}
      loadingText={translate('ra.message.loading')}
      noOptionsText={translate(nothing)}
      forcePopupIcon={false}
      clearOnBlur={false}
      inputValue={typed}
      onInputChange={(_, text, why) => why === 'input' && setTyped(text)}
      onChange={(_, hit) => {
        if (hit === null || typeof hit === 'string') return;
        onDone();
        navigate(`/${hit.resource}/${encodeURIComponent(hit.id)}/show`);
      }}
      slotProps={{
        popper: {
          sx: { position: 'static !important', transform: 'none !important', width: '100% !important' },
        },
        listbox: { sx: { maxHeight: '56vh' } },
      }}
      renderOption={({ key, ...props }, hit) => (
        <Box component="li" key={key} {...props}>
          <Typography noWrap sx={{ flex: 1 }}>
            {hit.title}
          </Typography>
          <Typography variant="body2" color="text.secondary" noWrap sx={{ maxWidth: '45%', pl: 2 }}>
            {hit.detail}
          </Typography>
        </Box>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          autoFocus
          margin="none"
          placeholder={translate('house.search.placeholder')}
          slotProps={{ htmlInput: { ...params.inputProps, 'aria-label': translate('house.search.open') } }}
          sx={{ p: 1.5 }}
        />
      )}
    />
  );
}

/** One list request per kind, at the same time; what fails is left out unless everything fails. */
function useHits(text: string) {
  const provider = useDataProvider<HouseProvider>();
  const me = useMe();
  const kinds = SEARCHED.filter(({ resource }) => me.can.includes(`${resource}.list`));
  const query = useQuery({
    queryKey: ['search', text],
    enabled: text.length >= 2,
    staleTime: 20_000,
    queryFn: async ({ signal }) => {
      const pages = await Promise.allSettled(
        kinds.map(({ resource }) =>
          provider.getList(resource, {
            filter: { q: text },
            pagination: { page: 1, perPage: PER_KIND },
            sort: { field: 'id', order: 'DESC' },
            signal,
          }),
        ),
      );
      if (pages.every((page) => page.status === 'rejected')) throw (pages[0] as PromiseRejectedResult).reason;
      return pages.flatMap((page, index) =>
        page.status === 'fulfilled' ? hitsOf(kinds[index]!, page.value.data) : [],
      );
    },
  });
  return { hits: query.data ?? [], busy: query.isFetching, failed: query.isError };
}
