import type { ReactNode } from 'react'
import { Nombre } from '@/components/bilan/chiffre'
import type { Ouvrir } from '@/components/bilan/liens'
import { evolutionEnMots, joursEnMots, partEnMots } from '@/lib/bilan/libelles'
import type { Bilan, Mesures } from '@/lib/bilan/modele'
import { evolution, part } from '@/lib/bilan/regles'
import { nombre } from '@/lib/socle/format'

const ensemble = ({ delais }: Mesures) => delais.find(({ prestation }) => prestation === null)

/** Treated with an announced delay: what a share in the delay is taken of. */
export function avecDelai({ delais }: Mesures): number | null {
  const { respect } = ensemble({ delais } as Mesures) ?? {}
  if (!respect || respect.tot === null || respect.alerte === null || respect.hors === null) return null
  return respect.tot + respect.alerte + respect.hors
}

function Cle({ titre, children, note }: { titre: string; children: ReactNode; note?: ReactNode }) {
  return (
    <div className="border-filet py-3 pr-4 max-tab:border-b large:not-first:border-l large:not-first:pl-4">
      <dt className="text-14 text-encre-2">{titre}</dt>
      <dd>
        <span className="text-27 font-[650]">{children}</span>
        {note && <span className="block text-14 text-encre-2">{note}</span>}
      </dd>
    </div>
  )
}

/** «+12 %, 98 avant», «98 avant»: the same figure in the period before. */
function comparaison(n: number | null, avant: number | null, dit: (n: number) => string = nombre): string | undefined {
  if (n === null || avant === null) return undefined
  const mots = evolutionEnMots(evolution(n, avant))
  return mots ? `${mots}, ${dit(avant)} avant` : `${dit(avant)} avant`
}

/** The six figures that a meeting opens with. */
export function ChiffresCles({ bilan, ouvrir }: { bilan: Bilan; ouvrir: Ouvrir }) {
  const { courant, avant } = bilan
  const [delai, delaiAvant] = [ensemble(courant), ensemble(avant)]
  const hors = delai?.respect.hors ?? null
  const annonces = avecDelai(courant)
  return (
    <dl className="grid border-y border-filet-2 tab:grid-cols-2 bureau:grid-cols-3 large:grid-cols-6">
      <Cle titre="Demandes reçues" note={comparaison(courant.deposees, avant.deposees)}>
        <Nombre n={courant.deposees} href={ouvrir({ quoi: 'deposees' })} de="demandes reçues" />
      </Cle>
      <Cle
        titre="Délai moyen, de la réception à la réponse"
        note={
          <>
            {delai?.pause ? `dont ${joursEnMots(delai.pause)} en attente du partenaire` : undefined}
            {delai?.total.moyenne != null && delaiAvant?.total.moyenne != null && (
              <span className="block">{joursEnMots(delaiAvant.total.moyenne)} avant</span>
            )}
          </>
        }
      >
        {joursEnMots(delai?.total.moyenne ?? null)}
      </Cle>
      <Cle
        titre="9 demandes sur 10 ont leur réponse en"
        note={delaiAvant?.total.neufSurDix != null ? `${joursEnMots(delaiAvant.total.neufSurDix)} avant` : undefined}
      >
        {joursEnMots(delai?.total.neufSurDix ?? null)}
      </Cle>
      <Cle
        titre="Répondues hors délai"
        note={
          part(hors, annonces) !== null ? `${partEnMots(part(hors, annonces))} de celles qui ont un délai` : undefined
        }
      >
        <Nombre n={hors} href={ouvrir({ quoi: 'traitees', respect: 'hors' })} de="demandes répondues hors délai" />
      </Cle>
      <Cle
        titre="Orientées vers la Mission accompagnement santé"
        note={comparaison(courant.mission.total, avant.mission.total)}
      >
        <Nombre n={courant.mission.total} />
        {courant.mission.total !== null && courant.mission.saisines !== null && courant.mission.saisines > 0 && (
          <span className="block text-14 font-normal text-encre-2">
            <Nombre
              n={courant.mission.saisines}
              href={ouvrir({ quoi: 'deposees', mission: 'oui' })}
              de="saisines de la Mission accompagnement santé"
            />{' '}
            saisines,{' '}
            <Nombre
              n={courant.mission.orientees}
              href={ouvrir({ quoi: 'traitees', mission: 'oui' })}
              de="demandes orientées vers la Mission en réponse"
            />{' '}
            en réponse
          </span>
        )}
      </Cle>
      <Cle
        titre={
          bilan.partenaire ? 'Agents du partenaire formés par la caisse' : 'Agents des partenaires formés par la caisse'
        }
        note={comparaison(courant.formes, avant.formes)}
      >
        <Nombre n={courant.formes ?? 0} />
      </Cle>
    </dl>
  )
}
