import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { BoutonEnvoi } from '@/components/formulaire/bouton-envoi'
import { ChampCache } from '@/components/formulaire/champ-cache'
import { ChampDate } from '@/components/formulaire/champ-date'
import { Radios } from '@/components/formulaire/choix'
import { Formulaire } from '@/components/formulaire/formulaire'
import { DernierGestionnaire } from '@/components/partenaires/dernier-gestionnaire'
import { FilRetour } from '@/components/ui/fil-retour'
import { motifsInactivation } from '@/lib/habilitations/libelles'
import { effacementLe } from '@/lib/habilitations/regles'
import { actionInactiverGestionnaire } from '@/lib/partenaires/actions'
import { comptePourCaisse } from '@/lib/partenaires/queries-comptes'
import { nomComplet } from '@/lib/socle/acteur'
import { dateAvecAnnee, pluriel } from '@/lib/socle/format'
import { de } from '@/lib/socle/francais'
import { exigerActeur } from '@/lib/socle/session'
import { ajouterJours, dateAParis } from '@/lib/socle/temps'

const TITRE = 'Inactiver un gestionnaire'
export const metadata: Metadata = { title: TITRE }

type Props = PageProps<'/caisse/partenaires/[id]/comptes/[compteId]/inactiver'>

/** Says what will happen before it does: the last gestionnaire, the techniciens that are attached again, the date. */
export default async function InactiverGestionnaire({ params }: Props) {
  const acteur = await exigerActeur('partenaire.gerer')
  const { id, compteId } = await params
  const maintenant = new Date()
  const compte = await comptePourCaisse(acteur, id, compteId, maintenant)
  if (compte?.profil !== 'gestionnaire' || compte.etat === 'inactif' || !compte.tenu) notFound()
  const aujourdhui = dateAParis(maintenant)
  const dernier = compte.etat === 'actif' && compte.autresGestionnaires === 0
  const preavis = compte.reglages?.preavisInactivationJours ?? 0
  const immediate = compte.reglages?.inactivationGestionnaire === 'immediate'
  const retour = `/caisse/partenaires/${id}/comptes/${compteId}`
  const qui = nomComplet(compte)
  return (
    <Cadre acteur={acteur} entree="/caisse/partenaires">
      <FilRetour href={retour} libelle={qui} />
      <div className="max-w-160">
        {dernier ? (
          <DernierGestionnaire titre={TITRE} compte={compte} />
        ) : (
          <Formulaire action={actionInactiverGestionnaire} titrePage={TITRE} cle="inactiver">
            <h1 className="mb-5">Inactiver le compte {de(qui)}</h1>
            <h2 className="mb-2">Ce qui va se passer</h2>
            <ul className="mb-8 list-disc space-y-1.5 pl-5">
              <li>
                La personne ne peut plus se connecter ; ses sessions ouvertes se ferment. Un courriel l’en avertit.
              </li>
              {compte.techniciensCrees > 0 && (
                <li>
                  {compte.techniciensCrees === 1
                    ? 'Le technicien qu’elle a créé reste actif, et est rattaché'
                    : `Les ${pluriel(compte.techniciensCrees, 'technicien')} qu’elle a créés restent actifs, et sont rattachés`}{' '}
                  à un autre gestionnaire de la structure.
                </li>
              )}
              <li>Une place de gestionnaire se libère.</li>
              <li>
                Le compte peut être rétabli pendant six mois. Inactivé aujourd’hui, il serait effacé le{' '}
                {dateAvecAnnee(effacementLe(aujourdhui))}.
              </li>
            </ul>
            <ChampCache name="compteId" valeur={compteId} />
            <Radios
              name="motif"
              label="Raison"
              options={Object.entries(motifsInactivation).map(([valeur, libelle]) => ({ valeur, libelle }))}
            />
            {immediate ? (
              <p className="mb-6">Votre caisse applique les inactivations tout de suite.</p>
            ) : (
              <ChampDate
                name="le"
                label="Date d’inactivation"
                optionnel
                aide={`Le préavis demandé au partenaire est de ${pluriel(preavis, 'jour')}, soit le ${dateAvecAnnee(ajouterJours(aujourdhui, preavis))} pour une demande faite aujourd’hui. Sans date, tout de suite.`}
              />
            )}
            <div className="rangee-boutons">
              <BoutonEnvoi aspect="danger" enCours="Enregistrement…">
                Inactiver le compte
              </BoutonEnvoi>
              <a href={retour} className="inline-block min-h-6">
                Ne rien changer
              </a>
            </div>
          </Formulaire>
        )}
      </div>
    </Cadre>
  )
}
