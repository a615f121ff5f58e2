package io.omnibridge.adapters.http.route;

import io.omnibridge.domain.account.AccountKey;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.connect.AttemptId;
import io.omnibridge.domain.identity.LeaseId;
import java.net.URI;
import java.util.Optional;

/** Paths of this service for {@code Location} (RFC 9110 §10.2.2) and links, as clients have to request them. Immutable. */
public final class Locations {

    private final String base;

    /** @param publicUrl the URL of this service for clients; a proxy removes its path from requests */
    public Locations(Optional<URI> publicUrl) {
        this.base = publicUrl.map(URI::getRawPath).orElse("").replaceFirst("/+$", "");
    }

    /** Returns the path of an account. */
    String of(AccountKey key) {
        return base + "/accounts/" + key.provider().value() + "/" + segment(key.providerAccountId());
    }

    /** Returns an id as a segment of a path. The bar is its only character that has to be encoded there (RFC 3986 §3.3). */
    public static String segment(ProviderAccountId id) {
        return id.value().replace("|", "%7C");
    }

    /** Returns the path behind which the paths of a provider's API stand, for one account. */
    String ofApis(ProviderId provider, ProviderAccountId account) {
        return base + "/api/" + provider.value() + "/" + segment(account);
    }

    /** Returns the path of a lease. */
    String of(LeaseId lease) {
        return base + "/leases/" + lease.value();
    }

    /** Returns the path of an attempt. */
    String of(AttemptId attempt) {
        return base + "/connect/" + attempt.value();
    }
}
