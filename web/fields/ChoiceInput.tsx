import { SelectInput, type SelectInputProps, useResourceContext } from 'react-admin';
import { PLATFORMS } from '../../api/domain/platform.ts';

/** One of a few named values; their words are `resources.<resource>.values.<last part of source>.<value>`. */
export function ChoiceInput({
  choices,
  words,
  ...props
}: Omit<SelectInputProps, 'choices'> & { choices: readonly string[]; words?: string }) {
  const resource = useResourceContext(props);
  const prefix = words ?? `resources.${resource}.values.${lastPart(String(props.source))}`;
  return (
    <SelectInput
      {...props}
      choices={choices.map((id) => ({ id, name: `${prefix}.${id}` }))}
      parse={(value) => value || null}
    />
  );
}

export function PlatformInput(props: Omit<SelectInputProps, 'choices'>) {
  return <ChoiceInput {...props} choices={PLATFORMS} words="house.platform" />;
}

const lastPart = (source: string): string => source.slice(source.lastIndexOf('.') + 1);
