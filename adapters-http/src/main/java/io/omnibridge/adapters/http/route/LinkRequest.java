package io.omnibridge.adapters.http.route;

import static io.omnibridge.adapters.http.route.JsonObjectReader.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.omnibridge.application.accounts.LinkAccountCommand;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.AccountLabel;
import io.omnibridge.domain.account.Grant;
import io.omnibridge.domain.account.ProviderAccountId;
import io.omnibridge.domain.account.ProviderId;
import io.omnibridge.domain.account.Scopes;
import io.omnibridge.domain.credentials.Credentials;
import io.omnibridge.domain.credentials.Secret;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Reads the body of {@code POST /accounts/link}: the account's identity and a token response (RFC 6749 §5.1). It ignores members
 * that it does not know, as that section demands, unless one {@linkplain OwnerNames names an owner}. A member that is {@code null}
 * counts as absent.
 */
final class LinkRequest {

    private static final String OWNER_RULE = "must not be given: the JWT alone says whose the account is";

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
            "label");

    private final JsonObjectReader members;
    private final ExpiryReader expiry;

    private LinkRequest(ObjectNode body, Instant now) {
        this.members = new JsonObjectReader(body);
        this.expiry = new ExpiryReader(now);
        body.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name) && OwnerNames.contains(name)) {
                members.reject(name, OWNER_RULE);
            }
        });
        body.properties().removeIf(member -> member.getValue().isNull());
    }

    /**
     * Reads what {@code body} asks to link.
     *
     * @throws io.omnibridge.adapters.http.problem.ProblemException that names every invalid member
     */
    static LinkAccountCommand read(ObjectNode body, Instant now) {
        return new LinkRequest(body, now).command();
    }

    private LinkAccountCommand command() {
        Optional<ProviderId> provider = members.required("provider", text(ProviderId::new));
        Optional<ProviderAccountId> account =
                members.required("provider_account_id", text(LinkRequest::providerAccountId));
        Optional<Credentials> credentials = credentials();
        Scopes scopes = members.either("scope", this::scope, "scopes", members.scopes("scopes"))
                .orElse(Scopes.none());
        Optional<AccountLabel> label = members.optional("label", text(AccountLabel::new));
        members.throwIfInvalid();
        Grant grant = new Grant(credentials.orElseThrow(), scopes, Optional.empty(), label);
        return new LinkAccountCommand(provider.orElseThrow(), account.orElseThrow(), grant);
    }

    private Optional<Credentials> credentials() {
        Optional<Secret> accessToken = members.required("access_token", text(Secret::new));
        Optional<Secret> refreshToken = members.optional("refresh_token", text(LinkRequest::unlessEmpty))
                .flatMap(Function.identity());
        Optional<Instant> refreshTokenExpiresAt = members.optional("refresh_token_expires_in", expiry::secondsFromNow)
                .flatMap(Function.identity());
        Optional<Instant> expiresAt = members.either(
                        "expires_in", expiry::secondsFromNow, "expires_at", text(expiry::instant))
                .flatMap(Function.identity());
        members.optional("token_type", text(LinkRequest::bearer));
        return accessToken.map(token -> new Credentials(
                token, expiresAt, refreshToken, refreshTokenExpiresAt.filter(it -> refreshToken.isPresent())));
    }

    /** Reads an empty refresh token as none, as some providers mean it. */
    private static Optional<Secret> unlessEmpty(String token) {
        return token.isEmpty() ? Optional.empty() : Optional.of(new Secret(token));
    }

    private Scopes scope(JsonNode value) {
        return value.isArray()
                ? members.scopes("scope").read(value)
                : text(Scopes::split).read(value);
    }

    /** Rejects digests. OmniBridge computes them itself; a client that sent one could pass it off as any other id. */
    private static ProviderAccountId providerAccountId(String value) {
        ProviderAccountId id = new ProviderAccountId(value);
        InvalidValue.unless(!id.isDigest(), "must not begin with '~h:'");
        return id;
    }

    /** Returns the type without the blanks around it; a blank one names no type. */
    private static String bearer(String tokenType) {
        String type = tokenType.strip();
        InvalidValue.unless(type.isEmpty() || type.equalsIgnoreCase("Bearer"), "must be Bearer");
        return type;
    }
}
