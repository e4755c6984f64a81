import { Nombre } from '@/components/bilan/chiffre'
import type { Ouvrir } from '@/components/bilan/liens'
import { Tableau, ZoneDefilante } from '@/components/ui/tableau'
import { joursEnMots, libellesRespect, partEnMots, prestationCourte } from '@/lib/bilan/libelles'
import { type Bilan, type ClasseRespect, classesRespect, type LigneDelai } from '@/lib/bilan/modele'
import { part } from '@/lib/bilan/regles'

const fonds: Record<ClasseRespect, string> = {
  tot: 'fill-bleu-700 stroke-bleu-700',
  alerte: 'fill-cyan-500 stroke-cyan-700',
  hors: 'fill-brique-100 stroke-brique-600',
  sans: 'fill-papier-2 stroke-bord',
}

/** A bar out of a hundred: in time, after the alert, late. What is late is outlined, and crossed. */
function BarreRespect({ ligne }: { ligne: LigneDelai }) {
  const comptes = classesRespect.map((classe) => ligne.respect[classe])
  if (ligne.traitees === null || comptes.some((n) => n === null)) return null
  const largeurs = comptes.map((n) => ((n ?? 0) / Math.max(ligne.traitees ?? 1, 1)) * 200)
  return (
    <svg viewBox="0 0 200 14" preserveAspectRatio="none" className="h-3.5 w-full min-w-30" aria-hidden="true">
      {classesRespect.map((classe, rang) => {
        const largeur = largeurs[rang] ?? 0
        const debut = largeurs.slice(0, rang).reduce((somme, autre) => somme + autre, 0)
        return (
          largeur > 0 && (
            <g key={classe}>
              <rect x={debut + 0.5} y="0.5" width={Math.max(largeur - 1, 0.5)} height="13" className={fonds[classe]} />
              {classe === 'hors' && (
                <line x1={debut} y1="13" x2={debut + largeur} y2="1" className="stroke-brique-600" strokeWidth="1" />
              )}
            </g>
          )
        )
      })}
    </svg>
  )
}

function Legende() {
  return (
    <ul aria-hidden="true" className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-15">
      {classesRespect.map((classe) => (
        <li key={classe} className="flex items-center gap-2">
          <svg viewBox="0 0 16 16" width="16" height="16">
            <rect x="0.75" y="0.75" width="14.5" height="14.5" strokeWidth="1.5" className={fonds[classe]} />
            {classe === 'hors' && (
              <line x1="1" y1="15" x2="15" y2="1" className="stroke-brique-600" strokeWidth="1.5" />
            )}
          </svg>
          {libellesRespect[classe]}
        </li>
      ))}
    </ul>
  )
}

/** Mean, median and 90th percentile by prestation, the pauses set apart; then what was in the delay. */
export function Delais({ bilan, ouvrir }: { bilan: Bilan; ouvrir: Ouvrir }) {
  const lignes = bilan.courant.delais.filter(({ traitees }) => traitees !== 0)
  const avant = new Map(bilan.avant.delais.map((ligne) => [ligne.prestation, ligne]))
  if (lignes.length === 0)
    return (
      <section aria-labelledby="delais" className="mt-8">
        <h2 id="delais">Délais</h2>
        <p className="mt-2">Aucune demande n’a reçu sa réponse dans cette période.</p>
      </section>
    )
  const nom = ({ prestation }: LigneDelai) => (prestation === null ? 'Toutes' : prestationCourte[prestation])
  return (
    <section aria-labelledby="delais" className="mt-8">
      <h2 id="delais">Délais</h2>
      <p className="lecture mt-1 mb-4 text-15 text-encre-2">
        En jours calendaires, de la réception à la dernière réponse. «{'\u00A0'}Côté caisse{'\u00A0'}» met à part les
        jours passés à attendre le partenaire. La médiane{'\u00A0'}: une demande sur deux.
      </p>
      <ZoneDefilante nom="Délais par prestation">
        <Tableau allure="chiffres" legende="Délais par prestation, en jours">
          <thead>
            <tr>
              <th scope="col" rowSpan={2}>
                Prestation
              </th>
              <th scope="col" rowSpan={2} className="text-right">
                Répondues
              </th>
              <th scope="colgroup" colSpan={3} className="text-right">
                De la réception à la réponse
              </th>
              <th scope="col" rowSpan={2} className="text-right">
                Attente du partenaire
              </th>
              <th scope="colgroup" colSpan={3} className="text-right">
                Côté caisse
              </th>
              <th scope="col" rowSpan={2} className="text-right">
                Moyenne avant
              </th>
            </tr>
            <tr>
              {['total', 'net'].flatMap((genre) =>
                ['Moyenne', 'Médiane', '9 sur 10'].map((mot) => (
                  <th key={`${genre} ${mot}`} scope="col" className="text-right">
                    {mot}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {lignes.map((ligne) => (
              <tr key={ligne.prestation ?? 'toutes'} className={ligne.prestation === null ? 'font-[650]' : undefined}>
                <th scope="row">{nom(ligne)}</th>
                <td className="text-right">
                  <Nombre
                    n={ligne.traitees}
                    href={ouvrir({ quoi: 'traitees', prestation: ligne.prestation })}
                    de={`demandes répondues, ${nom(ligne)}`}
                  />
                </td>
                {[ligne.total.moyenne, ligne.total.mediane, ligne.total.neufSurDix].map((n, rang) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: three columns, always in that order
                  <td key={rang} className="text-right">
                    {joursEnMots(n)}
                  </td>
                ))}
                <td className="text-right">{joursEnMots(ligne.pause)}</td>
                {[ligne.net.moyenne, ligne.net.mediane, ligne.net.neufSurDix].map((n, rang) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: three columns, always in that order
                  <td key={rang} className="text-right">
                    {joursEnMots(n)}
                  </td>
                ))}
                <td className="text-right">{joursEnMots(avant.get(ligne.prestation)?.total.moyenne ?? null)}</td>
              </tr>
            ))}
          </tbody>
        </Tableau>
      </ZoneDefilante>
      <h3 className="mt-6 mb-3">Délai annoncé tenu ou dépassé</h3>
      <Legende />
      <ZoneDefilante nom="Délai annoncé tenu ou dépassé">
        <Tableau allure="chiffres" legende="Délai annoncé tenu ou dépassé, par prestation">
          <thead>
            <tr>
              <th scope="col">Prestation</th>
              <th scope="col" className="w-1/4">
                <span className="sr-only">Image des quatre colonnes suivantes</span>
              </th>
              {classesRespect.map((classe) => (
                <th key={classe} scope="col" className="text-right">
                  {libellesRespect[classe]}
                </th>
              ))}
              <th scope="col" className="text-right">
                Dans le délai
              </th>
            </tr>
          </thead>
          <tbody>
            {lignes.map((ligne) => {
              const { tot, alerte, hors } = ligne.respect
              const dans = tot === null || alerte === null ? null : tot + alerte
              const annonces = dans === null || hors === null ? null : dans + hors
              return (
                <tr key={ligne.prestation ?? 'toutes'} className={ligne.prestation === null ? 'font-[650]' : undefined}>
                  <th scope="row">{nom(ligne)}</th>
                  <td>
                    <BarreRespect ligne={ligne} />
                  </td>
                  {classesRespect.map((classe) => (
                    <td key={classe} className="text-right">
                      <Nombre
                        n={ligne.respect[classe]}
                        href={ouvrir({ quoi: 'traitees', prestation: ligne.prestation, respect: classe })}
                        de={`demandes, ${nom(ligne)}, ${libellesRespect[classe]}`}
                      />
                    </td>
                  ))}
                  <td className="text-right">{partEnMots(part(dans, annonces))}</td>
                </tr>
              )
            })}
          </tbody>
        </Tableau>
      </ZoneDefilante>
      <EnCours bilan={bilan} ouvrir={ouvrir} />
    </section>
  )
}

/** What waits today, whatever the period. */
function EnCours({ bilan: { enCours }, ouvrir }: { bilan: Bilan; ouvrir: Ouvrir }) {
  if (!enCours) return null
  const { ouvertes, retard, alerte, attente } = enCours
  return (
    <p className="mt-4">
      Aujourd’hui, ouvertes{'\u00A0'}:{' '}
      <Nombre n={ouvertes} href={ouvrir({ quoi: 'ouvertes' })} de="demandes ouvertes" />. En retard{'\u00A0'}:{' '}
      <Nombre n={retard} href={ouvrir({ quoi: 'retard' })} de="demandes en retard" />. Alerte passée{'\u00A0'}:{' '}
      <Nombre n={alerte} href={ouvrir({ quoi: 'alerte' })} de="demandes qui ont passé l’alerte" />. En attente du
      partenaire{'\u00A0'}:{' '}
      <Nombre n={attente} href={ouvrir({ quoi: 'attente' })} de="demandes en attente du partenaire" />.
    </p>
  )
}
