import AttachIcon from '@mui/icons-material/AttachFile';
import { Box, Button, TextField } from '@mui/material';
import { useState } from 'react';
import { ReasonButton } from '../fields/ReasonButton.tsx';
import { useVerb } from '../fields/use-verb.ts';
import { useWord } from '../fields/use-word.ts';
import { useWhyNot } from '../shell/me-context.ts';
import type { Dispute } from './dispute.ts';

/** A further word of either side, or a file; nothing said is ever changed. */
export function Reply({ dispute }: { dispute: Dispute }) {
  const word = useWord('resources.disputes');
  const whyNot = useWhyNot();
  const { run, busy } = useVerb();
  const [body, setBody] = useState('');
  const refused = whyNot('disputes.answer');
  if (refused) return null;
  const send = () =>
    run((provider) => provider.verb('disputes', dispute.id, 'answers', { body: body.trim() }), {
      success: 'resources.disputes.done.answer',
      onDone: () => setBody(''),
    });
  const attach = (file: File) =>
    run((provider) => provider.upload(`/disputes/${dispute.id}/files`, file), {
      success: 'resources.disputes.done.file',
    });
  return (
    <Box sx={{ mt: 2 }}>
      <TextField
        multiline
        minRows={2}
        label={word('reply')}
        value={body}
        onChange={(event) => setBody(event.target.value)}
        slotProps={{ htmlInput: { maxLength: 4000 } }}
      />
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, mt: 0.5 }}>
        <ReasonButton
          variant="contained"
          busy={busy}
          reason={body.trim() === '' ? word('saySomething') : undefined}
          onClick={() => void send()}
        >
          {word('send')}
        </ReasonButton>
        <Button component="label" startIcon={<AttachIcon />} disabled={busy}>
          {word('attach')}
          <input
            type="file"
            hidden
            accept=".pdf,.png,.jpg,.jpeg,.webp,.docx,.txt"
            onChange={(event) => {
              const chosen = event.target.files?.[0];
              event.target.value = '';
              if (chosen) void attach(chosen);
            }}
          />
        </Button>
      </Box>
    </Box>
  );
}
