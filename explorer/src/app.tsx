import { useEffect } from 'react';
import { Provider } from 'urql';
import { NavigationContext, useNavigation } from './address/use-address.ts';
import { Filters } from './filters/filters.tsx';
import { GraphPage } from './graph-page.tsx';
import { client } from './graphql/client.ts';
import { Header } from './header.tsx';
import { PlansPage } from './plans/plans-page.tsx';

export function App() {
  const navigation = useNavigation();
  const { language } = navigation.address;
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  return (
    <Provider value={client}>
      <NavigationContext value={navigation}>
        <Header />
        <Filters />
        <main>{navigation.address.page === 'plans' ? <PlansPage /> : <GraphPage />}</main>
      </NavigationContext>
    </Provider>
  );
}
