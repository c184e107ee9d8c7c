import { type FormEvent, type ReactNode, useState } from 'react';
import { loginWords } from './login-words.ts';
import {
  confirmCode,
  type LoginProblem,
  loginProblem,
  rememberedLocale,
  rememberLocale,
  signIn,
} from './session.ts';

export interface LoginProps {
  /** Over an open desk whose session has ended. */
  again?: boolean;
  email?: string;
  problem?: LoginProblem;
  /** The first letter typed: time to fetch what comes after. */
  onTyping?: () => unknown;
  onDone: () => Promise<void>;
}

/** E-mail and password, then the second factor where there is one. Small on purpose: it must open at once. */
export function Login({ again, email = '', problem: first, onTyping, onDone }: LoginProps) {
  const [locale, setLocale] = useState(rememberedLocale);
  const [step, setStep] = useState<'password' | 'code'>('password');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<LoginProblem | undefined>(first);
  const words = loginWords[locale];

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const typed = Object.fromEntries(new FormData(event.currentTarget)) as Record<string, string>;
    setBusy(true);
    setProblem(undefined);
    try {
      if (step === 'code') await confirmCode(typed.code ?? '');
      else if ((await signIn(typed.email ?? '', typed.password ?? '')) === 'code-needed')
        return setStep('code');
      await onDone();
    } catch (error) {
      setProblem(loginProblem(error, step));
    } finally {
      setBusy(false);
    }
  }

  function switchLanguage() {
    const next = locale === 'zh' ? 'en' : 'zh';
    rememberLocale(next);
    setLocale(next);
  }

  return (
    <main className={again ? 'login login-again' : 'login'}>
      {!again && <Brand motto={words.motto} about={words.about} />}
      <section className="login-side">
        <button type="button" className="login-link login-language" onClick={switchLanguage}>
          {words.language}
        </button>
        <form onSubmit={submit} aria-busy={busy}>
          <h1>{again ? words.again : words.title}</h1>
          {again && <p className="login-help">{words.againHelp}</p>}
          {step === 'password' ? (
            <PasswordStep key="password" words={words} email={email} onTyping={onTyping} />
          ) : (
            <Field label={words.code} help={words.codeHelp}>
              <input
                name="code"
                required
                inputMode="numeric"
                autoComplete="one-time-code"
                maxLength={20}
                ref={takeFocus}
              />
            </Field>
          )}
          <p className="login-problem" role="alert">
            {problem && words[problem]}
          </p>
          <button type="submit" className="login-submit" disabled={busy}>
            {busy ? words.busy : step === 'code' ? words.confirm : words.signIn}
          </button>
          {step === 'code' && (
            <button type="button" className="login-link" onClick={() => setStep('password')}>
              {words.back}
            </button>
          )}
        </form>
      </section>
    </main>
  );
}

function PasswordStep(props: { words: typeof loginWords.zh; email: string; onTyping?: () => unknown }) {
  const [shown, setShown] = useState(false);
  const { words, email } = props;
  return (
    <>
      <Field label={words.email}>
        <input
          name="email"
          type="email"
          required
          autoComplete="username"
          defaultValue={email}
          readOnly={email !== ''}
          ref={email === '' ? takeFocus : undefined}
          onChange={props.onTyping}
        />
      </Field>
      <Field label={words.password}>
        <input
          name="password"
          type={shown ? 'text' : 'password'}
          required
          autoComplete="current-password"
          ref={email !== '' ? takeFocus : undefined}
          onFocus={props.onTyping}
        />
      </Field>
      <label className="login-check">
        <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
        {words.showPassword}
      </label>
    </>
  );
}

function Field(props: { label: string; help?: string; children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child
    <label className="login-field">
      <span>{props.label}</span>
      {props.children}
      {props.help && <small>{props.help}</small>}
    </label>
  );
}

/** The login page is there to be typed into, and nothing stands before its fields. */
const takeFocus = (input: HTMLInputElement | null) => input?.focus();

function Brand({ motto, about }: { motto: string; about: string }) {
  return (
    <aside className="login-brand">
      <p className="login-name">
        <img src="/mark.svg" alt="" width="36" height="36" />
        FairCast 明播
      </p>
      <div className="login-bars" aria-hidden="true">
        <i />
        <i />
        <i />
        <i />
      </div>
      <p className="login-motto">{motto}</p>
      <p className="login-about">{about}</p>
    </aside>
  );
}
