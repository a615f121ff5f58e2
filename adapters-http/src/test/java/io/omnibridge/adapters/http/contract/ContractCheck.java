package io.omnibridge.adapters.http.contract;

import com.fasterxml.jackson.core.JsonPointer;
import java.util.ArrayList;
import java.util.List;

/**
 * Compares a response with openapi.yaml: its status, every header, its content type and its body. Anything that the document does
 * not describe is a violation.
 */
public final class ContractCheck {

    private static final ApiDocument DOCUMENT = ApiDocument.load();

    /** Only responses of providers have it. They may have any status, so the document describes them as {@code default}. */
    private static final String UPSTREAM = "omnibridge-upstream";

    private ContractCheck() {}

    /**
     * Fails unless the response is documented.
     *
     * @param path the requested path, with or without a query
     * @return the name of the documented response, such as {@code GET /audit 200}
     */
    public static String verify(String method, String path, ActualResponse response) {
        String name = DOCUMENT.operationFor(method, path) + " " + key(response);
        List<String> violations = violations(method, path, response);
        if (!violations.isEmpty()) {
            throw new AssertionError(method + " " + path + " broke the contract of " + name + ":\n  "
                    + String.join("\n  ", violations) + "\n" + response);
        }
        return name;
    }

    private static String key(ActualResponse response) {
        return response.header(UPSTREAM).isEmpty() ? Integer.toString(response.status()) : "default";
    }

    static List<String> violations(String method, String path, ActualResponse response) {
        JsonPointer place =
                DOCUMENT.responses(DOCUMENT.operationFor(method, path)).appendProperty(key(response));
        if (DOCUMENT.at(place).isMissingNode()) {
            return List.of("the status " + key(response) + " is not documented");
        }
        JsonPointer documented = DOCUMENT.resolve(place);
        List<String> violations = new ArrayList<>(new HeaderCheck(documented).violations(response));
        BodyCheck body = new BodyCheck(documented);
        violations.addAll(method.equals("HEAD") ? body.violationsOfHead(response) : body.violations(response));
        return violations;
    }
}
