package io.omnibridge.adapters.http.session;

import io.javalin.http.HandlerType;
import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.adapters.http.route.PagePaths;
import io.omnibridge.adapters.http.route.RequestContext;
import io.omnibridge.adapters.http.route.Route;
import io.omnibridge.application.port.LogoutTokens;
import io.omnibridge.application.port.ProviderUnavailable;
import io.omnibridge.application.port.SignOutNotice;
import io.omnibridge.application.session.SignOutUser;
import io.omnibridge.domain.audit.Actor;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Route by which the issuer tells that a user signed out there (OpenID Connect Back-Channel Logout 1.0 §2.5). The user is then signed out
 * here too, everywhere.
 */
public final class BackChannelLogoutRoutes {

    private static final String FIELD = "logout_token";
    private static final Actor ISSUER = new Actor.Service("back_channel_logout");

    private final LogoutTokens tokens;
    private final UsedTokenIds used;
    private final SignOutUser signOutUser;

    public BackChannelLogoutRoutes(LogoutTokens tokens, UsedTokenIds used, SignOutUser signOutUser) {
        this.tokens = tokens;
        this.used = used;
        this.signOutUser = signOutUser;
    }

    /** Returns the routes. */
    public List<Route> routes() {
        return List.of(new Route.Open(HandlerType.POST, PagePaths.BACK_CHANNEL_LOGOUT, Set.of(), this::receive));
    }

    /**
     * A token counts as used once its user is signed out: the issuer may repeat it after a failure of the store, or of the issuer itself
     * (OpenID Connect Back-Channel Logout 1.0 §2.8).
     */
    private void receive(RequestContext request) {
        SignOutNotice notice = request.form()
                .find(FIELD)
                .flatMap(this::verify)
                .filter(it -> !used.contains(it.tokenId()))
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.INVALID_REQUEST, "The logout token is missing, not valid, or was used before."));
        signOutUser.signOut(notice.user(), ISSUER, request.requestId());
        used.add(notice.tokenId(), notice.expiry());
        request.respond(200, json -> {
            json.writeStartObject();
            json.writeStringField("status", "signed_out");
            json.writeEndObject();
        });
    }

    private Optional<SignOutNotice> verify(String token) {
        try {
            return tokens.verify(token);
        } catch (ProviderUnavailable e) {
            throw new ProblemException(
                    Problem.temporary(
                            ProblemCode.PROVIDER_UNAVAILABLE,
                            "The issuer's keys cannot be read at the moment, so the logout token was not verified; send it again."));
        }
    }
}
