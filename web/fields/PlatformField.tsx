import { Box } from '@mui/material';
import { type FieldProps, useFieldValue, useTranslate } from 'react-admin';

/** One letter and a colour of its own for each platform, so that a column of them can be told apart at a glance. */
const MARKS: Record<string, { letter: string; colour: string }> = {
  douyin: { letter: '抖', colour: '#1f2328' },
  kuaishou: { letter: '快', colour: '#b4540a' },
  taobao: { letter: '淘', colour: '#c2410c' },
  tmall: { letter: '猫', colour: '#b91c1c' },
  wechat: { letter: '视', colour: '#15803d' },
  xiaohongshu: { letter: '红', colour: '#be123c' },
  other: { letter: '他', colour: '#57606a' },
};

export function Platform({ value }: { value: string }) {
  const translate = useTranslate();
  const mark = MARKS[value] ?? MARKS.other!;
  return (
    <Box
      component="span"
      sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75, whiteSpace: 'nowrap' }}
    >
      <Box
        component="span"
        aria-hidden
        sx={{
          width: 18,
          height: 18,
          borderRadius: '5px',
          flex: 'none',
          fontSize: 11,
          lineHeight: '18px',
          textAlign: 'center',
          color: '#fff',
          backgroundColor: mark.colour,
        }}
      >
        {mark.letter}
      </Box>
      {translate(`house.platform.${value}`)}
    </Box>
  );
}

export function PlatformField(props: FieldProps) {
  const value = useFieldValue(props);
  return value ? <Platform value={value} /> : null;
}
