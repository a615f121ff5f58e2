package io.omnibridge.adapters.http.route;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import io.omnibridge.adapters.http.json.MalformedJson;
import io.omnibridge.adapters.http.jwt.KeysUnavailable;
import io.omnibridge.adapters.http.page.HtmlWriter;
import io.omnibridge.adapters.http.problem.Problem;
import io.omnibridge.adapters.http.problem.ProblemCode;
import io.omnibridge.adapters.http.problem.ProblemException;
import io.omnibridge.adapters.http.problem.ProblemWriter;
import io.omnibridge.adapters.http.server.RequestAttributes;
import io.omnibridge.application.port.CredentialsUnreadable;
import io.omnibridge.application.port.ProviderUnavailable;
import io.omnibridge.application.port.StoreUnavailable;
import io.omnibridge.domain.audit.RequestId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Maps everything that can be thrown to a problem: the one place where faults become answers. */
public final class ExceptionMapper {

    private static final Logger LOG = LoggerFactory.getLogger(ExceptionMapper.class);

    /** Enough to find the place; a stack that overflowed has a thousand. */
    private static final int MAX_FRAMES = 30;

    private ExceptionMapper() {}

    /** Declares the mapping. */
    public static void declare(RoutesConfig config) {
        config.exception(ProblemException.class, (e, context) -> respond(context, e.problem()));
        config.exception(
                MalformedJson.class,
                (e, context) -> respond(context, new Problem(ProblemCode.INVALID_REQUEST, e.getMessage())));
        config.exception(StoreUnavailable.class, (e, context) -> {
            LOG.warn("store unavailable: {}", e.getMessage());
            respond(context, Problem.passing(ProblemCode.STORE_UNAVAILABLE, "The store did not answer in time."));
        });
        config.exception(
                KeysUnavailable.class,
                (e, context) -> respond(
                        context,
                        Problem.passing(
                                ProblemCode.KEYS_UNAVAILABLE, "The issuer's keys cannot be had at the moment.")));
        config.exception(ProviderUnavailable.class, (e, context) -> {
            LOG.warn("provider unavailable: {}", e.getMessage());
            respond(
                    context,
                    Problem.passing(
                            ProblemCode.PROVIDER_UNAVAILABLE, "The provider did not answer; try again in a while."));
        });
        config.exception(CredentialsUnreadable.class, (e, context) -> {
            LOG.error("{}", e.getMessage());
            respond(context, unreadable());
        });
        config.exception(MethodNotAllowedResponse.class, (e, context) -> respond(context, methodNotAllowed(e)));
        config.exception(HttpResponseException.class, (e, context) -> respond(context, ofServer(e.getStatus())));
        config.exception(Exception.class, (e, context) -> respond(context, fault(e)));
    }

    /** Answers with a fault where there is nothing but the response, as with an {@link Error}. */
    public static void respondToFault(HttpServletResponse response, Throwable e) {
        Problem problem = fault(e);
        RequestId requestId = new RequestId(response.getHeader(RequestAttributes.REQUEST_ID_HEADER));
        boolean asPage = HtmlResponses.areWanted(response);
        response.setStatus(problem.code().status());
        response.setContentType(asPage ? HtmlWriter.CONTENT_TYPE : ProblemWriter.CONTENT_TYPE);
        try {
            response.getOutputStream()
                    .write(
                            asPage
                                    ? HtmlWriter.toBytes(HtmlResponses.of(problem, requestId))
                                    : ProblemWriter.toBytes(problem, requestId.value()));
        } catch (IOException closed) {
            LOG.debug("nobody is left to answer");
        }
    }

    /** The answer to something that nobody foresaw. What it says goes nowhere: it may have anything in it. */
    static Problem fault(Throwable e) {
        StackTraceElement[] trace = e.getStackTrace();
        LOG.error(
                "unexpected {} at {}",
                e.getClass().getName(),
                Arrays.asList(trace).subList(0, Math.min(trace.length, MAX_FRAMES)));
        return new Problem(ProblemCode.INTERNAL_ERROR, "Something went wrong on this side.");
    }

    private static void respond(Context context, Problem problem) {
        problem.headers().forEach(context::header);
        if (HtmlResponses.areWanted(context.res())) {
            HtmlResponses.respond(context, problem.code().status(), HtmlResponses.of(problem, RequestContext.requestId(context)));
            return;
        }
        byte[] body =
                ProblemWriter.toBytes(problem, RequestContext.requestId(context).value());
        context.status(problem.code().status()).contentType(ProblemWriter.CONTENT_TYPE);
        RequestContext.write(context, List.of(body).iterator());
    }

    private static Problem unreadable() {
        return new Problem(
                ProblemCode.CREDENTIALS_UNREADABLE,
                "What is stored here does not open with the keys of this service; whoever runs it has to see to that.");
    }

    private static Problem methodNotAllowed(MethodNotAllowedResponse e) {
        String allow = Arrays.stream(
                        e.getDetails().getOrDefault("availableMethods", "").split(", ", -1))
                .sorted()
                .collect(Collectors.joining(", "));
        return new Problem(ProblemCode.METHOD_NOT_ALLOWED, "This resource knows only " + allow + ".")
                .withHeader("Allow", allow);
    }

    private static Problem ofServer(int status) {
        ProblemCode code = ProblemCode.ofStatus(status);
        return new Problem(
                code, code == ProblemCode.NOT_FOUND ? "There is nothing here." : "The request cannot be answered.");
    }
}
