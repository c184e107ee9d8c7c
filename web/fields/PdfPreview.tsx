import DownloadIcon from '@mui/icons-material/DownloadOutlined';
import OpenIcon from '@mui/icons-material/OpenInNew';
import { Alert, Box, Button, type Theme, useMediaQuery } from '@mui/material';
import { useEffect, useState } from 'react';
import { useTranslate } from 'react-admin';
import { Refusal, type RefusalBody } from '../shell/http.ts';
import { Waiting } from './Waiting.tsx';

interface PdfProps {
  /** Address below the API, `/statements/7/pdf`. */
  path: string;
  fileName: string;
}

/** Buttons that always work: save the file, or open it beside this page (a phone shows it in its own viewer). */
export function PdfLinks({ path, fileName }: PdfProps) {
  const translate = useTranslate();
  return (
    <>
      <Button
        component="a"
        href={`/api${path}`}
        download={fileName}
        variant="outlined"
        startIcon={<DownloadIcon />}
      >
        {translate('resources.statements.pdf.download')}
      </Button>
      <Button component="a" href={`/api${path}`} target="_blank" rel="noopener" startIcon={<OpenIcon />}>
        {translate('resources.statements.pdf.open')}
      </Button>
    </>
  );
}

/** The document itself, drawn by the browser's own viewer when the user asks for it. Phones have none inside a page. */
export function PdfPreview({ path, fileName }: PdfProps) {
  const translate = useTranslate();
  const wide = useMediaQuery((theme: Theme) => theme.breakpoints.up('md'));
  const [open, setOpen] = useState(false);
  return (
    <Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1 }}>
        <PdfLinks path={path} fileName={fileName} />
        {wide && (
          <Button onClick={() => setOpen(!open)} aria-expanded={open}>
            {translate(`resources.statements.pdf.${open ? 'hide' : 'show'}`)}
          </Button>
        )}
      </Box>
      {wide && open && <Frame path={path} fileName={fileName} />}
    </Box>
  );
}

function Frame({ path, fileName }: PdfProps) {
  const [url, setUrl] = useState<string>();
  const [refusal, setRefusal] = useState<Refusal>();
  useEffect(() => {
    const leaving = new AbortController();
    let made: string | undefined;
    fetchPdf(path, leaving.signal).then(
      (blob) => {
        made = URL.createObjectURL(blob);
        setUrl(made);
      },
      (error: unknown) => error instanceof Refusal && setRefusal(error),
    );
    return () => {
      leaving.abort();
      if (made) URL.revokeObjectURL(made);
    };
  }, [path]);
  if (refusal)
    return (
      <Alert severity="error" sx={{ mt: 2 }}>
        {refusal.message} {refusal.body.requestId && <code>{refusal.body.requestId}</code>}
      </Alert>
    );
  if (!url) return <Waiting sx={{ mt: 2 }} />;
  return (
    <Box
      component="iframe"
      src={url}
      title={fileName}
      sx={{ width: '100%', height: '80vh', border: 1, borderColor: 'divider', borderRadius: 1, mt: 2 }}
    />
  );
}

/** The bytes, or the API's refusal: a frame would show it as a page of JSON. */
async function fetchPdf(path: string, signal: AbortSignal): Promise<Blob> {
  const response = await fetch(`/api${path}`, { credentials: 'same-origin', signal });
  if (response.ok) return response.blob();
  const body = (await response.json().catch(() => ({}))) as Partial<RefusalBody>;
  throw new Refusal(response.status, {
    ...body,
    code: body.code ?? 'internal',
    message: body.message ?? response.statusText,
  });
}
