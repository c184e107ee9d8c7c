import PdfIcon from '@mui/icons-material/PictureAsPdfOutlined';
import { Button, type ButtonProps } from '@mui/material';

/** A PDF of the API, saved under a name; `path` below the API. */
export function PdfButton({
  path,
  fileName,
  ...props
}: Omit<ButtonProps<'a'>, 'href'> & { path: string; fileName: string }) {
  return <Button component="a" href={`/api${path}`} download={fileName} startIcon={<PdfIcon />} {...props} />;
}
