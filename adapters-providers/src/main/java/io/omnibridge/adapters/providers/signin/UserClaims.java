package io.omnibridge.adapters.providers.signin;

import com.fasterxml.jackson.databind.JsonNode;
import io.omnibridge.domain.InvalidValue;
import io.omnibridge.domain.account.AccountLabel;
import io.omnibridge.domain.identity.UserId;
import io.omnibridge.domain.session.Profile;
import java.util.Optional;
import java.util.stream.Stream;

/** Claims about a user (OpenID Connect Core §5.1) in a verified token. */
record UserClaims(JsonNode claims) {

    /** Maximum length of a name or an e-mail address, in characters: they have to fit into a cookie. */
    private static final int MAX_LENGTH = 100;

    /** Returns the user id; empty if the claim is missing, or no user id. */
    Optional<UserId> user(String userClaim) {
        try {
            return Optional.of(claims.path(userClaim))
                    .filter(JsonNode::isTextual)
                    .map(it -> new UserId(it.textValue()));
        } catch (InvalidValue e) {
            return Optional.empty();
        }
    }

    /** Returns what a page calls the user. What could mislead a reader is left out, as in the label of an account. */
    Profile profile() {
        return new Profile(
                Stream.of("name", "preferred_username")
                        .flatMap(claim -> text(claim).stream())
                        .findFirst(),
                text("email"));
    }

    private Optional<String> text(String claim) {
        return Optional.of(claims.path(claim))
                .filter(JsonNode::isTextual)
                .flatMap(it -> AccountLabel.ofProvider(it.textValue()))
                .map(it -> cut(it.value()));
    }

    private static String cut(String text) {
        int length = Math.min(text.codePointCount(0, text.length()), MAX_LENGTH);
        return text.substring(0, text.offsetByCodePoints(0, length));
    }
}
