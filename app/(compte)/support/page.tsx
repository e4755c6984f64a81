import type { Metadata } from 'next'
import { Cadre } from '@/components/cadre/cadre'
import { BadgeTicket } from '@/components/support/badge-ticket'
import { LienBouton } from '@/components/ui/bouton'
import { EtatVide } from '@/components/ui/etat-vide'
import { accueilDe, aDroit } from '@/lib/socle/acteur'
import { dateEtHeure } from '@/lib/socle/format'
import { exigerActeur } from '@/lib/socle/session'
import { pageDuTicket, referenceTicket } from '@/lib/support/libelles'
import { mesDysfonctionnements } from '@/lib/support/queries'

export const metadata: Metadata = { title: 'Mes signalements' }

export default async function MesSignalements() {
  const acteur = await exigerActeur('support.signaler')
  const tickets = await mesDysfonctionnements(acteur)
  return (
    <Cadre acteur={acteur} entree={accueilDe(acteur)}>
      <div className="mb-6 flex flex-wrap items-baseline justify-between gap-4">
        <h1>Mes signalements</h1>
        <LienBouton href="/support/signaler">Signaler un dysfonctionnement</LienBouton>
      </div>
      {aDroit(acteur, 'support.traiter') && (
        <p className="mb-4">
          <a href="/support/recus">Ceux que l’on vous adresse</a>
        </p>
      )}
      {tickets.length === 0 ? (
        <EtatVide titre="Rien de signalé">
          <p>Une page qui ne répond pas, un bouton sans effet, une erreur qui revient se signalent ici.</p>
        </EtatVide>
      ) : (
        <ul className="divide-y divide-filet border-y border-filet-2">
          {tickets.map(({ id, page, creeLe, etat }) => (
            <li key={id} className="flex flex-wrap items-baseline gap-x-6 gap-y-1 py-3.5">
              <a href={`/support/${id}`} className="font-[650]">
                {referenceTicket(id)}
              </a>
              <span className="min-w-0">{pageDuTicket(page)}</span>
              <span className="text-15 text-encre-2">Signalé le {dateEtHeure(creeLe)}</span>
              <span className="ml-auto max-tab:ml-0">
                <BadgeTicket etat={etat} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Cadre>
  )
}
