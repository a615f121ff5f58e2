package io.omnibridge.adapters.http.route;

import static io.omnibridge.adapters.http.route.JsonObjectReader.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.application.accounts.LinkAccount;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads the body of {@code POST /accounts/link}: the account's identity and a token response (RFC 6749 §5.1). It ignores
 * {@code id_token}.
 */
final class LinkRequest {

    private static final long MAX_SECONDS = Duration.ofDays(3650).toSeconds();
    private static final String TIME_RULE = "must be a time as in RFC 3339, such as 2030-01-31T12:00:00Z";

    /** Format of a time (RFC 3339 §5.6). The JDK's parser alone would also accept a time without seconds. */
    private static final Pattern RFC_3339 = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}([.][0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})",
            Pattern.CASE_INSENSITIVE);

    private static final Set<String> MEMBERS = Set.of(
            "provider",
            "provider_account_id",
            "access_token",
            "refresh_token",
            "refresh_token_expires_in",
            "token_type",
            "expires_in",
            "expires_at",
            "scope",
            "scopes",
            "id_token");

    private final JsonObjectReader members;
    private final Instant now;

    private LinkRequest(ObjectNode body, Instant now) {
        this.members = new JsonObjectReader(body, MEMBERS);
        this.now = now;
    }

    /**
     * Reads what {@code body} asks to link.
     *
     * @throws io.omnibridge.adapters.http.problem.ProblemException that names every invalid member
     */
    static LinkAccount.Command read(ObjectNode body, Instant now) {
        return new LinkRequest(body, now).command();
    }

    private LinkAccount.Command command() {
        Optional<ProviderId> provider = members.required("provider", text(ProviderId::new));
        Optional<ProviderAccountId> account =
                members.required("provider_account_id", text(LinkRequest::providerAccountId));
        Optional<Credentials> credentials = credentials();
        Scopes scopes = members.either("scope", text(Scopes::parse), "scopes", members.scopes("scopes"))
                .orElse(Scopes.none());
        members.throwIfInvalid();
        Grant grant = new Grant(credentials.orElseThrow(), scopes, Optional.empty());
        return new LinkAccount.Command(provider.orElseThrow(), account.orElseThrow(), grant);
    }

    private Optional<Credentials> credentials() {
        Optional<Secret> accessToken = members.required("access_token", text(Secret::new));
        Optional<Secret> refreshToken = members.optional("refresh_token", text(Secret::new));
        Optional<Instant> refreshTokenExpiresAt = members.optional("refresh_token_expires_in", this::secondsFromNow);
        Optional<Instant> expiresAt =
                members.either("expires_in", this::secondsFromNow, "expires_at", text(this::instant));
        members.optional("token_type", text(LinkRequest::bearer));
        if (refreshTokenExpiresAt.isPresent() && refreshToken.isEmpty()) {
            members.reject("refresh_token_expires_in", "must not be given without refresh_token");
        }
        return accessToken.map(token -> new Credentials(token, expiresAt, refreshToken, refreshTokenExpiresAt));
    }

    /** Rejects digests. OmniBridge computes them itself; a client that sent one could pass it off as any other id. */
    private static ProviderAccountId providerAccountId(String value) {
        ProviderAccountId id = new ProviderAccountId(value);
        InvalidValue.unless(!id.isDigest(), "must not begin with '~h:'");
        return id;
    }

    private Instant secondsFromNow(JsonNode value) {
        InvalidValue.unless(
                value.isIntegralNumber()
                        && value.canConvertToLong()
                        && value.longValue() >= 0
                        && value.longValue() <= MAX_SECONDS,
                "must be an integer from 0 to " + MAX_SECONDS);
        return now.plusSeconds(value.longValue());
    }

    private Instant instant(String value) {
        InvalidValue.unless(RFC_3339.matcher(value).matches(), TIME_RULE);
        try {
            Instant instant = OffsetDateTime.parse(value).toInstant().truncatedTo(ChronoUnit.MILLIS);
            InvalidValue.unless(
                    !instant.isBefore(Instant.EPOCH) && !instant.isAfter(now.plusSeconds(MAX_SECONDS)),
                    "must be between 1970 and 10 years from now");
            return instant;
        } catch (DateTimeParseException e) {
            throw new InvalidValue(TIME_RULE);
        }
    }

    private static String bearer(String tokenType) {
        InvalidValue.unless(tokenType.equalsIgnoreCase("Bearer"), "must be Bearer");
        return tokenType;
    }
}
