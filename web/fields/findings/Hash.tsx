import { Box } from '@mui/material';

/** A SHA-256 in groups of eight, whole: it is there to be compared. */
export function Hash({ value }: { value: string }) {
  return (
    <Box component="code" sx={{ fontSize: '0.8rem', overflowWrap: 'anywhere' }}>
      {value.match(/.{1,8}/g)?.join(' ')}
    </Box>
  );
}
