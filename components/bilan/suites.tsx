import type { ReactNode } from 'react'
import { Part } from '@/components/bilan/barres'
import { Nombre } from '@/components/bilan/chiffre'
import type { Ouvrir } from '@/components/bilan/liens'
import { Tableau, ZoneDefilante } from '@/components/ui/tableau'
import { libellesRendezVous, partEnMots } from '@/lib/bilan/libelles'
import type { Bilan, Compte } from '@/lib/bilan/modele'
import { part } from '@/lib/bilan/regles'
import { definitionDe, libelleIssue } from '@/lib/demandes/registre'

type Ligne = {
  cle: string
  libelle: ReactNode
  n: Compte
  href?: string | null
  de?: string
  gras?: boolean
  valeur: number | null
}

function TableParts({ titre, tete, lignes }: { titre: string; tete: string; lignes: Ligne[] }) {
  return (
    <ZoneDefilante nom={titre}>
      <Tableau allure="chiffres" legende={titre}>
        <thead>
          <tr>
            <th scope="col">{tete}</th>
            <th scope="col" className="text-right">
              Nombre
            </th>
            <th scope="col" className="w-1/3">
              Part
            </th>
          </tr>
        </thead>
        <tbody>
          {lignes.map(({ cle, libelle, n, href, de, gras, valeur }) => (
            <tr key={cle} className={gras ? 'font-[650]' : undefined}>
              <th scope="row" className={gras ? undefined : 'font-normal'}>
                {libelle}
              </th>
              <td className="text-right">
                <Nombre n={n} href={href} de={de} />
              </td>
              <td>
                <span className="flex items-center gap-3">
                  <Part valeur={valeur} />
                  <span className="w-14 flex-none text-right">{partEnMots(valeur)}</span>
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </Tableau>
    </ZoneDefilante>
  )
}

/** Outcomes by service, compléments and the pieces that were missing, rendez-vous. */
export function Suites({ bilan, ouvrir }: { bilan: Bilan; ouvrir: Ouvrir }) {
  const { courant, avant } = bilan
  const { rendezVous } = courant
  const taux = part(courant.avecComplement, courant.traitees)
  const tauxAvant = part(avant.avecComplement, avant.traitees)
  return (
    <>
      <div className="mt-8 grid grid-cols-1 gap-x-10 gap-y-8 bureau:grid-cols-2">
        <section aria-labelledby="resultats" className="min-w-0">
          <h2 id="resultats" className="mb-2">
            Résultats
          </h2>
          <TableParts
            titre="Résultats des demandes répondues"
            tete="Résultat"
            lignes={courant.issues
              .filter(({ traitees }) => traitees !== 0)
              .flatMap(({ service, traitees, lignes }): Ligne[] => [
                {
                  cle: service,
                  libelle: definitionDe(service).libelleCourt,
                  n: traitees,
                  href: ouvrir({ quoi: 'traitees', service }),
                  de: `demandes répondues, ${definitionDe(service).libelleCourt}`,
                  gras: true,
                  valeur: part(traitees, courant.traitees),
                },
                ...lignes
                  .filter(({ n }) => n !== 0)
                  .map(({ issue, n }) => ({
                    cle: `${service} ${issue}`,
                    libelle: <span className="block pl-4">{libelleIssue(service, issue)}</span>,
                    n,
                    href: ouvrir({ quoi: 'traitees', service, issue }),
                    de: libelleIssue(service, issue) ?? issue,
                    valeur: part(n, traitees),
                  })),
              ])}
          />
          <p className="mt-2 text-15 text-encre-2">
            Annulées par le partenaire{'\u00A0'}:{' '}
            <Nombre n={courant.annulees} href={ouvrir({ quoi: 'annulees' })} de="demandes annulées" />. Rouvertes après
            une première réponse{'\u00A0'}:{' '}
            <Nombre
              n={courant.rouvertes}
              href={ouvrir({ quoi: 'traitees', rouverte: 'oui' })}
              de="demandes rouvertes"
            />
            . Passées à une autre caisse{'\u00A0'}: <Nombre n={courant.transferts.partis} />. Reçues d’une autre caisse
            {'\u00A0'}: <Nombre n={courant.transferts.recus} />.
          </p>
        </section>
        <section aria-labelledby="complements" className="min-w-0">
          <h2 id="complements" className="mb-2">
            Compléments demandés
          </h2>
          <p className="mb-3">
            Répondues après un complément{'\u00A0'}:{' '}
            <Nombre
              n={courant.avecComplement}
              href={ouvrir({ quoi: 'traitees', complement: 'oui' })}
              de="demandes répondues après un complément"
            />
            {taux === null ? '' : `, soit ${partEnMots(taux)}`}
            {tauxAvant === null ? '' : ` (${partEnMots(tauxAvant)} avant)`}. Compléments demandés en tout{'\u00A0'}:{' '}
            <Nombre n={courant.complements} />.
          </p>
          {courant.pieces.length > 0 ? (
            <TableParts
              titre="Pièces qui manquent le plus souvent"
              tete="Pièce manquante"
              lignes={courant.pieces.slice(0, 10).map(({ code, libelle, n }) => ({
                cle: code,
                libelle,
                n,
                href: ouvrir({ quoi: 'deposees', piece: code }),
                de: `demandes sans ${libelle}`,
                valeur: part(n, courant.deposees),
              }))}
            />
          ) : (
            <p className="text-15 text-encre-2">Aucune pièce n’a été signalée manquante.</p>
          )}
          <h2 id="rendez-vous" className="mt-8 mb-2">
            Rendez-vous
          </h2>
          {rendezVous.total === 0 ? (
            <p className="text-15 text-encre-2">Aucun rendez-vous dans cette période.</p>
          ) : (
            <TableParts
              titre="Rendez-vous de la période"
              tete="Rendez-vous"
              lignes={(['honore', 'manque', 'annule', 'fixe'] as const).map((etat) => ({
                cle: etat,
                libelle: libellesRendezVous[etat],
                n: rendezVous[etat],
                href: ouvrir({ quoi: 'rendez_vous', etat }),
                de: `rendez-vous ${libellesRendezVous[etat].toLowerCase()}`,
                valeur: part(rendezVous[etat], rendezVous.total),
              }))}
            />
          )}
        </section>
      </div>
    </>
  )
}
