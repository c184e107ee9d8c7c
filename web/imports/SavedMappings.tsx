import { MenuItem, TextField } from '@mui/material';
import { useGetList, useTranslate } from 'react-admin';
import type { GivenMapping } from './draft-mapping.ts';

/** Mappings made before: a file whose headers changed a little starts from the one it used to have. */
export function SavedMappings({ onPick }: { onPick: (mapping: GivenMapping) => void }) {
  const translate = useTranslate();
  const { data = [] } = useGetList(
    'import-mappings',
    { pagination: { page: 1, perPage: 100 }, sort: { field: 'id', order: 'DESC' }, filter: {} },
    { retry: false },
  );
  if (data.length === 0) return null;
  return (
    <TextField
      select
      value=""
      label={translate('resources.imports.mapping.saved')}
      onChange={(event) => {
        const picked = data.find((one) => one.id === Number(event.target.value));
        if (picked) onPick({ name: picked.name, platform: picked.platform, ...picked.mapping });
      }}
      sx={{ maxWidth: 420 }}
    >
      {data.map((one) => (
        <MenuItem key={one.id} value={one.id}>
          {one.name}
        </MenuItem>
      ))}
    </TextField>
  );
}
