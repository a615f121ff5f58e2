package io.omnibridge.adapters.http.page;

import io.omnibridge.adapters.http.html.Frame;
import io.omnibridge.adapters.http.html.HtmlPage;
import io.omnibridge.adapters.http.html.Link;
import io.omnibridge.adapters.http.html.MessagePage;
import io.omnibridge.adapters.http.html.Section;
import io.omnibridge.adapters.http.html.Texts;
import io.omnibridge.adapters.http.route.RequestContext;
import io.omnibridge.application.connect.AttemptOfPage;
import io.omnibridge.application.connect.AttemptSummary;
import io.omnibridge.application.connect.AttemptWarning;
import io.omnibridge.application.port.ConnectableProvider;
import io.omnibridge.domain.account.AccountMetadata;
import io.omnibridge.domain.connect.AttemptFailure;
import io.omnibridge.domain.session.Session;

/** Chooses the page for the status of an attempt. */
record ConnectedPages(SessionFrames frames, AccountCards cards) {

    HtmlPage of(Session session, RequestContext request, AttemptOfPage attempt) {
        AttemptSummary summary = attempt.summary();
        return switch (summary.status()) {
            case PENDING -> message(session, request, "connected.pending");
            case RETURNED -> confirm(session, request, summary);
            case EXCHANGING -> message(session, request, "connected.exchanging");
            case COMPLETED ->
                attempt.account()
                        .map(account -> connected(session, request, summary, account))
                        .orElseGet(() -> message(session, request, "connected.disconnected"));
            case FAILED -> failed(session, request, summary.reason().orElse(AttemptFailure.EXCHANGE_UNKNOWN));
            case EXPIRED -> message(session, request, "connected.expired");
        };
    }

    private HtmlPage confirm(Session session, RequestContext request, AttemptSummary summary) {
        String providerName = cards.providers()
                .find(summary.provider())
                .map(ConnectableProvider::displayName)
                .orElseGet(summary.provider()::value);
        Frame frame = frames.of(session, request, Section.ACCOUNTS, "connected.confirm.heading");
        return new ConfirmPage(frame, providerName, AccountPaths.connected(summary.id()));
    }

    private HtmlPage connected(
            Session session, RequestContext request, AttemptSummary summary, AccountMetadata account) {
        Frame frame = frames.of(session, request, Section.ACCOUNTS, "connected.done.heading");
        return new ConnectedPage(
                frame, cards.of(account), summary.warnings().contains(AttemptWarning.NO_REFRESH_TOKEN));
    }

    private MessagePage failed(Session session, RequestContext request, AttemptFailure reason) {
        Frame frame = frames.of(session, request, Section.ACCOUNTS, "connected.failed.heading");
        Texts texts = frame.texts();
        return MessagePage.of(frame, texts.of(Texts.key("failure", reason)))
                .withNext(Link.toAccounts(texts))
                .withReference(request.requestId().value());
    }

    private MessagePage message(Session session, RequestContext request, String key) {
        Frame frame = frames.of(session, request, Section.ACCOUNTS, key + ".heading");
        return MessagePage.of(frame, frame.texts().of(key + ".text")).withNext(Link.toAccounts(frame.texts()));
    }
}
