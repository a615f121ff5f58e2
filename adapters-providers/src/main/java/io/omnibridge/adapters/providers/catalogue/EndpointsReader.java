package io.omnibridge.adapters.providers.catalogue;

import io.omnibridge.adapters.providers.yaml.YamlMapping;
import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the {@link Endpoints} of a provider. */
final class EndpointsReader {

    private final YamlMapping members;
    private final UrlTemplate urlTemplate;

    EndpointsReader(YamlMapping members, UrlTemplate urlTemplate) {
        this.members = members;
        this.urlTemplate = urlTemplate;
    }

    Endpoints read(Optional<ProviderKind> kind) {
        boolean isOAuth2 = kind.equals(Optional.of(ProviderKind.OAUTH2));
        if (isOAuth2) {
            members.require("authorization_url");
            members.require("token_url");
        } else if (kind.isPresent()) {
            members.require("issuer");
        }
        Optional<Boolean> isIssuerReturned = members.find("issuer_returned").flatMap(ValueParsers::flag);
        if (isIssuerReturned.orElse(false) && members.find("issuer").isEmpty()) {
            members.reject("must have the member issuer, since issuer_returned is true");
        }
        Optional<String> issuer = members.find("issuer").flatMap(urlTemplate::issuer);
        if (issuer.filter(it -> it.contains("{tid}")).isPresent() && !hasAllEndpoints()) {
            members.reject(
                    "must have authorization_url, token_url and jwks_url: an issuer with {tid} cannot be discovered");
        }
        return new Endpoints(
                issuer,
                isIssuerReturned.or(() -> Optional.of(false).filter(it -> isOAuth2)),
                url("authorization_url"),
                url("token_url"),
                url("revocation_url"),
                url("jwks_url"),
                url("userinfo_url"));
    }

    private boolean hasAllEndpoints() {
        return Stream.of("authorization_url", "token_url", "jwks_url")
                .allMatch(it -> members.find(it).isPresent());
    }

    private Optional<URI> url(String name) {
        return members.find(name).flatMap(urlTemplate::url);
    }
}
