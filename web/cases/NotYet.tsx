import { Typography, type TypographyProps } from '@mui/material';

/** What has not happened yet, in one line: a page of many parts has no room for big empty boxes. */
export function NotYet({ text, ...rest }: TypographyProps & { text: string }) {
  return (
    <Typography color="text.secondary" {...rest}>
      {text}
    </Typography>
  );
}
