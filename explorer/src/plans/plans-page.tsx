import { useAddress } from '../address/use-address.ts';
import { useTexts } from '../language/use-texts.ts';
import { Waiting } from '../panel/answer.tsx';
import { Panel } from '../panel/panel.tsx';
import { narrowed, planRow, sorted } from './plan-rows.ts';
import { PlanTable } from './plan-table.tsx';
import { PlanTimeline } from './plan-timeline.tsx';
import { usePlans } from './use-plans.ts';

/** Who promised what, by when, and what became of it. */
export function PlansPage() {
  const { t } = useTexts();
  const { address, go } = useAddress();
  const { plans, total, loading, error, retry } = usePlans();
  const rows = sorted(narrowed(plans.map(planRow), address.find), address.sort);
  return (
    <div className={`graph-page ${address.entity || address.relation ? 'with-panel' : ''}`}>
      <section className="stage plans" aria-label={t.plans} aria-busy={loading}>
        <div className="plans-head">
          <input
            type="search"
            aria-label={t.findPlan}
            placeholder={t.findPlan}
            value={address.find}
            onChange={({ target }) => go({ find: target.value }, 'replace')}
          />
          {plans.length > 0 && <p className="quiet">{t.plansShown(rows.length, total)}</p>}
        </div>
        {(loading || error) && <Waiting error={error} retry={retry} />}
        {!loading && !error && rows.length === 0 && <p className="empty">{t.noPlans}</p>}
        {rows.length > 0 && (
          <>
            <PlanTimeline rows={rows} />
            <PlanTable rows={rows} />
          </>
        )}
      </section>
      <Panel />
    </div>
  );
}
