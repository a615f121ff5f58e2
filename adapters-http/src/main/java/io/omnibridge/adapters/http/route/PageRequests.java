package io.omnibridge.adapters.http.route;

import io.omnibridge.domain.session.Session;
import java.util.Optional;

/** Passes requests to pages whose user signed in. Others begin with the sign-in; a form of others has no effect. */
final class PageRequests {

    private PageRequests() {}

    static void dispatch(Route.Page page, RequestContext request) {
        Optional<Session> session = page.sessions().find(request.servletRequest());
        boolean isForm = request.servletRequest().getMethod().equals("POST");
        if (session.isEmpty()) {
            if (isForm) {
                LateForms.refuse(page.sessions(), request);
            } else {
                request.redirect(page.sessions().paths().of(LateForms.signIn(continueAt(request))));
            }
            return;
        }
        if (isForm) {
            page.sessions()
                    .requireOwnForm(
                            request.servletRequest(),
                            session.get(),
                            request.form().find(FormFields.TOKEN));
        }
        page.handler().handle(session.get(), request);
    }

    /** Returns the page that was asked for; the first page for an address that no page links to. */
    private static String continueAt(RequestContext request) {
        String query = request.servletRequest().getQueryString();
        String address = request.servletRequest().getRequestURI() + (query == null ? "" : "?" + query);
        return address.length() > PagePaths.MAX_LENGTH ? PagePaths.FIRST : address;
    }
}
