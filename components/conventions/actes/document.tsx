import type { ProprietesActe } from '@/components/conventions/actes/cadre-acte'
import { adresseConvention } from '@/components/conventions/adresses'
import { EnvoiDocument } from '@/components/conventions/envoi-document'
import { Avis } from '@/components/ui/avis'
import { ChevronDown } from '@/components/ui/icones'
import { typesDocument } from '@/lib/conventions/types-document'
import { taille } from '@/lib/socle/format'

export function ActeDocument({ vue, titre, recherche }: ProprietesActe) {
  const { id } = vue.convention
  const limite = vue.reglages?.tailleMaxFichierOctets
  return (
    <>
      <h1 className="mb-5">{titre}</h1>
      {recherche.refus !== undefined && (
        <Avis ton="chaud" role="alert" className="mb-6">
          Le fichier est refusé. Envoyez un PDF lisible, sans mot de passe{limite && `, de ${taille(limite)} au plus`}.
        </Avis>
      )}
      <p className="mb-5">
        Les référents des caisses signataires et les gestionnaires du partenaire pourront le lire. Il est vérifié par
        l’antivirus, puis gardé chiffré avec la convention.
      </p>
      <EnvoiDocument
        adresse={`/api/conventions/documents?convention=${id}`}
        retour={adresseConvention(id)}
        aide={`Un PDF${limite ? ` de ${taille(limite)} au plus` : ''}.`}
      >
        <div className="champ">
          <label htmlFor="type" className="champ__libelle">
            Type de document
          </label>
          <span className="controle-liste controle--moyen">
            <select id="type" name="type" className="controle" defaultValue="convention">
              {Object.entries(typesDocument).map(([code, libelle]) => (
                <option key={code} value={code}>
                  {libelle}
                </option>
              ))}
            </select>
            <ChevronDown />
          </span>
        </div>
      </EnvoiDocument>
    </>
  )
}
