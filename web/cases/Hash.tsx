import { Box } from '@mui/material';

/** The beginning of a hash for the eye; all of it for the clipboard and a reader. */
export function Hash({ value }: { value: string }) {
  return (
    <Box component="code" title={value} sx={{ fontSize: '0.8rem' }}>
      {value.slice(0, 12)}…
    </Box>
  );
}
