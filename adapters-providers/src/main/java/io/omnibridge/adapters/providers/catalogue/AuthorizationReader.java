package io.omnibridge.adapters.providers.catalogue;

import io.omnibridge.adapters.providers.yaml.YamlMapping;
import io.omnibridge.adapters.providers.yaml.YamlValue;
import io.omnibridge.domain.account.Scopes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the {@link AuthorizationRules} of a provider. */
final class AuthorizationReader {

    /** Any parameter except those of the OAuth protocol, which OmniBridge sets. */
    private static final Pattern PARAMETER = Pattern.compile("(?!(response_type|response_mode|client_id|client_secret"
            + "|redirect_uri|scope|state|nonce|code|code_challenge|code_challenge_method|code_verifier|grant_type"
            + "|refresh_token|request|request_uri|token)$)[A-Za-z0-9_.-]{1,63}");

    private static final String PARAMETER_RULE = "is a parameter that cannot be set here";
    private static final Pattern SCOPE_PARAMETER = Pattern.compile("scope|[a-z_]{1,30}_scope");
    private static final Pattern SEPARATOR = Pattern.compile("[ ,+]");
    private static final int MAX_REQUIRED_SCOPES = 16;

    private final YamlMapping members;

    AuthorizationReader(YamlMapping members) {
        this.members = members;
    }

    /** @param scopes the scopes that are requested by default */
    AuthorizationRules read(boolean isOpenId, Scopes scopes) {
        return new AuthorizationRules(
                members.find("scope_parameter")
                        .flatMap(it -> ValueParsers.text(it, SCOPE_PARAMETER, "must be scope, or end in _scope"))
                        .orElse("scope"),
                members.find("scope_separator")
                        .flatMap(it -> ValueParsers.text(it, SEPARATOR, "must be a space, a comma or a plus sign"))
                        .orElse(" "),
                requiredScopes(isOpenId, scopes),
                parameters(members.find("authorization_parameters")));
    }

    private Scopes requiredScopes(boolean isOpenId, Scopes requested) {
        Optional<YamlValue> value = members.find("required_scopes");
        List<String> scopes = value.map(it -> ValueParsers.list(it, ValueParsers::scope))
                .orElseGet(() -> isOpenId ? requiredByOpenId(requested) : List.of());
        if (isOpenId && !scopes.contains("openid")) {
            value.ifPresent(it -> it.reject("must contain openid, without which there is no ID token"));
        }
        if (scopes.size() > MAX_REQUIRED_SCOPES) {
            value.ifPresent(it -> it.reject("must have at most " + MAX_REQUIRED_SCOPES + " scopes"));
        }
        return Scopes.of(scopes.stream().limit(MAX_REQUIRED_SCOPES).toList());
    }

    /** A request with fewer scopes keeps {@code offline_access}: without it there is no refresh token. */
    private static List<String> requiredByOpenId(Scopes requested) {
        return requested.values().contains(AuthorizationRules.OFFLINE_ACCESS)
                ? List.of("openid", AuthorizationRules.OFFLINE_ACCESS)
                : List.of("openid");
    }

    /** Reads additional parameters of an OAuth request. */
    static Map<String, String> parameters(Optional<YamlValue> value) {
        return value.map(it -> ValueParsers.texts(it, PARAMETER, PARAMETER_RULE))
                .orElse(Map.of());
    }
}
