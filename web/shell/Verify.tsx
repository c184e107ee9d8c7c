import { type FormEvent, useCallback, useEffect, useState } from 'react';
import { Refusal, request } from './http.ts';
import { rememberedLocale, rememberLocale } from './session.ts';
import { verifyWords } from './verify-words.ts';

type Found =
  | { result: 'unchanged'; statementNo: string; month: string; hashPrefix: string }
  | { result: 'unknown' };
type Stage =
  | { at: 'asking' }
  | { at: 'busy' }
  | { at: 'answered'; found: Found }
  | { at: 'failed'; why: 'tooMany' | 'offline' };

/** Anybody may check a printed statement here; a scanned code comes behind the `#` of the address. */
export function Verify() {
  const [locale, setLocale] = useState(rememberedLocale);
  const [code, setCode] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const [stage, setStage] = useState<Stage>({ at: 'asking' });
  const words = verifyWords[locale];

  const check = useCallback(async (typed: string) => {
    setStage({ at: 'busy' });
    try {
      const { json } = await request(`/verify/${encodeURIComponent(typed.trim().toUpperCase())}`);
      setStage({ at: 'answered', found: json as Found });
    } catch (error) {
      const status = error instanceof Refusal ? error.status : 0;
      if (status === 404 || status === 422) setStage({ at: 'answered', found: { result: 'unknown' } });
      else setStage({ at: 'failed', why: status === 429 ? 'tooMany' : 'offline' });
    }
  }, []);

  useEffect(() => {
    rememberLocale(rememberedLocale());
    const scanned = decodeURIComponent(location.hash.slice(1));
    if (scanned !== '') void check(scanned);
  }, [check]);

  function submit(event: FormEvent) {
    event.preventDefault();
    if (code.trim() !== '') void check(code);
  }
  function switchLanguage() {
    const next = locale === 'zh' ? 'en' : 'zh';
    rememberLocale(next);
    setLocale(next);
  }

  return (
    <main className="login-waiting verify">
      <form className="verify-card" onSubmit={submit}>
        <h1>{words.title}</h1>
        <p>{words.about}</p>
        <label>
          {words.code}
          <input
            value={code}
            onChange={(event) => setCode(event.target.value)}
            autoCapitalize="characters"
            autoComplete="off"
            spellCheck={false}
            maxLength={40}
            placeholder="7KQ2-9XMD"
          />
        </label>
        <button type="submit" disabled={stage.at === 'busy' || code.trim() === ''}>
          {stage.at === 'busy' ? words.busy : words.check}
        </button>
        <div role="status">{stage.at === 'answered' && <Answer found={stage.found} words={words} />}</div>
        {stage.at === 'failed' && <p role="alert">{words[stage.why]}</p>}
        <button type="button" className="verify-language" onClick={switchLanguage}>
          {words.language}
        </button>
      </form>
    </main>
  );
}

function Answer({ found, words }: { found: Found; words: (typeof verifyWords)['zh'] }) {
  if (found.result === 'unknown')
    return (
      <div className="verify-answer verify-unknown">
        <strong>{words.unknown}</strong>
        <p>{words.unknownHelp}</p>
      </div>
    );
  return (
    <div className="verify-answer verify-unchanged">
      <strong>{words.unchanged}</strong>
      <p>{words.unchangedHelp}</p>
      <dl>
        <dt>{words.no}</dt>
        <dd>{found.statementNo}</dd>
        <dt>{words.month}</dt>
        <dd>{found.month}</dd>
        <dt>{words.hash}</dt>
        <dd>
          <code>{found.hashPrefix}</code>
        </dd>
      </dl>
    </div>
  );
}
