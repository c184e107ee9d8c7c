import { useTranslate } from 'react-admin';

/** `正面`; a face of another name as it is. */
export function useFaceWord(): (face: string) => string {
  const translate = useTranslate();
  return (face) => translate(`resources.photos.face.${face}`, { _: face });
}
