import { randomUUID } from 'node:crypto'
import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { Cadre } from '@/components/cadre/cadre'
import { AccesFerme } from '@/components/demandes/acces-ferme'
import { adresseNouvelle, entreeHabilitations } from '@/components/demandes-habilitation/adresses'
import { ChoixEtape } from '@/components/demandes-habilitation/choix-etape'
import { FormulaireDemande, titresDemande } from '@/components/demandes-habilitation/formulaire-demande'
import { accesFermes } from '@/lib/conventions/acces-fermes'
import { libellesType } from '@/lib/demandes-habilitation/libelles'
import { cadreDeDemande } from '@/lib/demandes-habilitation/queries'
import { type TypeDemande, typesDemande } from '@/lib/demandes-habilitation/regles'
import { type Acteur, accueilDe, nomComplet } from '@/lib/socle/acteur'
import { exigerActeur } from '@/lib/socle/session'
import { dateAParis } from '@/lib/socle/temps'

type Props = PageProps<'/habilitations/nouvelle'>
type Choix = { caisse?: string; type?: TypeDemande; compte?: string; manque: string | null }

const titreOrganisme = 'À quel organisme vous adressez-vous\u00A0?'
const titreType = 'Que demandez-vous\u00A0?'
const titreCompte = 'De quel compte s’agit-il\u00A0?'

const aides: Record<TypeDemande, string> = {
  creation: 'Pour une personne qui devient gestionnaire.',
  modification: 'Un nom, une fonction, un téléphone ou une adresse change.',
  inactivation: 'Pour une personne qui s’en va ou n’est plus gestionnaire.',
}

async function lireChoix(acteur: Acteur, recherche: Props['searchParams']): Promise<Choix> {
  const { caisse, type, compte, choix } = await recherche
  const seule = acteur.caissesOuvertes.length === 1 ? acteur.caissesOuvertes[0]?.id : undefined
  return {
    caisse: seule ?? acteur.caissesOuvertes.find(({ id }) => id === caisse)?.id,
    type: typesDemande.find((candidat) => candidat === type),
    compte: typeof compte === 'string' ? compte : undefined,
    manque: typeof choix === 'string' ? choix : null,
  }
}

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const acteur = await exigerActeur('habilitation.demander')
  const { caisse, type, compte, manque } = await lireChoix(acteur, searchParams)
  const [titre, nom] = !caisse
    ? [titreOrganisme, 'caisse']
    : !type
      ? [titreType, 'type']
      : type !== 'creation' && !compte
        ? [titreCompte, 'compte']
        : [titresDemande[type], null]
  return { title: nom && manque === nom ? `Erreur : ${titre}` : titre }
}

export default async function NouvelleHabilitation({ searchParams }: Props) {
  const acteur = await exigerActeur('habilitation.demander')
  return (
    <Cadre acteur={acteur} entree={entreeHabilitations(acteur)} sansBouton>
      {acteur.caissesOuvertes.length === 0 ? (
        <>
          <h1>Votre accès est fermé</h1>
          <AccesFerme fermetures={await accesFermes(acteur)} />
        </>
      ) : (
        await etape(acteur, await lireChoix(acteur, searchParams))
      )}
    </Cadre>
  )
}

async function etape(acteur: Acteur, { caisse, type, compte, manque }: Choix) {
  if (!caisse)
    return (
      <ChoixEtape
        titre={titreOrganisme}
        nom="caisse"
        libelle="Organisme"
        message="Choisissez l’organisme"
        options={acteur.caissesOuvertes.map(({ id, nom }) => ({ valeur: id, libelle: nom }))}
        garder={{ type, compte }}
        enErreur={manque === 'caisse'}
        retour={accueilDe(acteur)}
      />
    )
  if (!type)
    return (
      <ChoixEtape
        titre={titreType}
        nom="type"
        libelle="Demande"
        message="Choisissez ce que vous demandez"
        options={typesDemande.map((valeur) => ({ valeur, libelle: libellesType[valeur], aide: aides[valeur] }))}
        garder={{ caisse, compte }}
        enErreur={manque === 'type'}
        retour={acteur.caissesOuvertes.length > 1 ? adresseNouvelle() : accueilDe(acteur)}
      >
        <p className="mb-4 text-encre-2">
          <a href="/habilitations">Voir les demandes déjà faites</a>
        </p>
      </ChoixEtape>
    )
  const cadre = await cadreDeDemande(acteur, { caisseId: caisse, type, compteId: compte })
  if (!cadre) notFound()
  if (type !== 'creation' && !cadre.compte)
    return (
      <ChoixEtape
        titre={titreCompte}
        nom="compte"
        libelle="Compte"
        message="Choisissez le compte"
        options={cadre.comptes.map((candidat) => ({
          valeur: candidat.id,
          libelle: nomComplet(candidat),
          aide: `${candidat.fonction}, ${candidat.identifiant}`,
        }))}
        garder={{ caisse, type }}
        enErreur={manque === 'compte'}
        retour={adresseNouvelle({ caisse })}
      />
    )
  return <FormulaireDemande id={randomUUID()} type={type} cadre={cadre} aujourdhui={dateAParis(new Date())} />
}
