import { pages } from './address/address.ts';
import { useAddress } from './address/use-address.ts';
import { useTexts } from './language/use-texts.ts';
import { StateLink } from './panel/entity-link.tsx';
import { SearchBox } from './search/search-box.tsx';

export function Header() {
  const { address } = useAddress();
  const { t, language } = useTexts();
  return (
    <header className="top">
      <h1>
        <StateLink
          className="title"
          to={{ page: 'graph', around: [], entity: null, relation: null, between: null }}
        >
          Claimgraph
        </StateLink>
      </h1>
      <SearchBox />
      <nav aria-label={t.pages} className="pages">
        {pages.map((page) => (
          <StateLink key={page} to={{ page }} current={page === address.page}>
            {t[page]}
          </StateLink>
        ))}
      </nav>
      <StateLink to={{ language: language === 'en' ? 'de' : 'en' }} className="language">
        <span lang={language === 'en' ? 'de' : 'en'}>{t.otherLanguage}</span>
      </StateLink>
    </header>
  );
}
