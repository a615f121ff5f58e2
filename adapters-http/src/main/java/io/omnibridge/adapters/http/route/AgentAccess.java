package io.omnibridge.adapters.http.route;

import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.domain.identity.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Enumeration;
import java.util.Optional;

/**
 * Who may call the route of agents: pages of this service's own origin alone, so that no foreign page reaches a server on its
 * visitor's machine (DNS rebinding), and callers with a token.
 *
 * @param publicUrl the URL of this service for clients, without a slash at its end
 * @param hasMetadata whether the document about the resource is served (RFC 9728)
 */
public record AgentAccess(Optional<URI> publicUrl, boolean hasMetadata) {

    /** Path of the document about the resource, behind which the path of the resource stands (RFC 9728 §3.1). */
    public static final String METADATA = "/.well-known/oauth-protected-resource";

    /** Returns the route as an audience of tokens (RFC 8707 §2); empty if the URL of this service is not known. */
    public Optional<String> audience() {
        return publicUrl.map(url -> url + "/mcp");
    }

    /** @throws ProblemException 403 if a browser sent the request for a page of another origin */
    void requireOwnOrigin(HttpServletRequest request) {
        Enumeration<String> origins = request.getHeaders("Origin");
        if (origins.hasMoreElements() && (!isOwn(origins.nextElement(), request) || origins.hasMoreElements())) {
            throw new ProblemException(
                    ProblemCode.FOREIGN_ORIGIN, "This resource serves no pages of other origins than its own.");
        }
    }

    private boolean isOwn(String origin, HttpServletRequest request) {
        return publicUrl
                .map(own -> Origins.of(own).equals(origin))
                .orElseGet(() -> Origins.isLoopback(origin, request.getLocalAddr(), request.getLocalPort()));
    }

    /** Returns the challenge of the route, with the place of the document about the resource (RFC 9728 §5.1). */
    Challenge challenge() {
        return metadataUrl()
                .map(url -> new Challenge(Challenge.SERVICE.text() + ", resource_metadata=\"" + url + "\""))
                .orElse(Challenge.SERVICE);
    }

    /** Returns the challenge to a caller without a token, which also says which scope is needed. */
    Challenge firstChallenge() {
        return new Challenge(challenge().text() + ", scope=\"" + Permission.READ_DATA.scope() + "\"");
    }

    private Optional<String> metadataUrl() {
        return publicUrl.filter(url -> hasMetadata).map(url -> url + METADATA + "/mcp");
    }
}
