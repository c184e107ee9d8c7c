import createCache from '@emotion/cache';
import { CacheProvider } from '@emotion/react';
import { type ComponentType, lazy, type ReactElement } from 'react';
import {
  Admin,
  type AdminProps,
  CustomRoutes,
  type I18nProvider,
  localStorageStore,
  Resource,
} from 'react-admin';
import { Route } from 'react-router-dom';
import { makeAuthProvider } from './auth-provider.ts';
import { type HouseProvider, makeDataProvider } from './data-provider.ts';
import { ErrorPage, NotFoundPage } from './ErrorPage.tsx';
import { HouseLayout } from './HouseLayout.tsx';
import { requestJson } from './http.ts';
import { makeI18nProvider } from './i18n.ts';
import { type Me, MeProvider } from './me-context.ts';
import type { ResourceEntry, Views } from './resource-entry.ts';
import { loadHome, resourcesFor } from './resources.tsx';
import { rememberLocale } from './session.ts';
import { darkTheme, lightTheme } from './theme.ts';

/** Emotion writes its style elements with the page's nonce, or the content security policy drops them. */
const styles = createCache({
  key: 'fc',
  nonce: document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce || undefined,
  prepend: true,
});

/** Everything behind the login, ready to draw: the user's language is loaded before the first screen. */
export async function prepareDesk(me: Me, leave: () => Promise<void>): Promise<ReactElement> {
  rememberLocale(me.locale);
  const i18n = await makeI18nProvider(me.locale, (locale) => {
    rememberLocale(locale);
    // A language that could not be kept on the server is still the one on the screen.
    void requestJson('/me', 'PUT', { name: me.name, locale }).catch(() => undefined);
  });
  return <Desk key={me.id} me={me} i18n={i18n} leave={leave} />;
}

interface DeskProps {
  me: Me;
  i18n: I18nProvider;
  leave: () => Promise<void>;
}

function Desk({ me, i18n, leave }: DeskProps) {
  const parts = partsOf(me, i18n, leave);
  return (
    <CacheProvider value={styles}>
      <MeProvider value={me}>
        <Admin
          title="FairCast 明播"
          theme={lightTheme}
          darkTheme={darkTheme}
          layout={HouseLayout}
          loginPage={false}
          catchAll={NotFoundPage}
          error={ErrorPage as AdminProps['error']}
          disableTelemetry
          {...parts.providers}
          dashboard={parts.home}
        >
          {parts.resources}
          <CustomRoutes>
            <Route path="/me" element={<parts.MePage />} />
          </CustomRoutes>
        </Admin>
      </MeProvider>
    </CacheProvider>
  );
}

interface Parts {
  providers: {
    dataProvider: HouseProvider;
    i18nProvider: I18nProvider;
    authProvider: ReturnType<typeof makeAuthProvider>;
    store: ReturnType<typeof localStorageStore>;
  };
  resources: ReactElement[];
  home: AdminProps['dashboard'];
  MePage: ComponentType;
}

const made = new WeakMap<Me, Parts>();

/** Made once per sign-in: lazily loaded screens must keep their identity from one render to the next. */
function partsOf(me: Me, i18n: I18nProvider, leave: () => Promise<void>): Parts {
  const known = made.get(me);
  if (known) return known;
  const parts: Parts = {
    providers: {
      dataProvider: makeDataProvider(i18n),
      i18nProvider: i18n,
      authProvider: makeAuthProvider(me, leave),
      store: localStorageStore('1', `faircast.${me.id}`),
    },
    resources: resourcesFor(me).map(resourceOf),
    home: lazy(async () => ({ default: (await loadHome(me)).Home })),
    MePage: lazy(async () => ({ default: (await import('../me/MePage.tsx')).MePage })),
  };
  made.set(me, parts);
  return parts;
}

function resourceOf(entry: ResourceEntry): ReactElement {
  const view = (name: string) => lazy(async () => ({ default: ((await entry.load()) as Views)[name]! }));
  const usual = Object.fromEntries(entry.views.map((name) => [name, view(name)]));
  return (
    <Resource
      key={entry.name}
      name={entry.name}
      icon={entry.icon}
      recordRepresentation={entry.recordRepresentation}
      {...usual}
    >
      {entry.pages?.map(({ path, view: name }) => {
        const Page = view(name);
        return <Route key={path} path={path} element={<Page />} />;
      })}
    </Resource>
  );
}
