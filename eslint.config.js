import js from "@eslint/js";
import tseslint from "typescript-eslint";

export default tseslint.config(
  { ignores: ["node_modules", ".data", "build", "coverage", "**/*.mjs", "eslint.config.js", "jest.config.js"] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-extraneous-class": "off",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/consistent-type-imports": "error",
      // Classes of the graph are shapes that plain rows and literals take; none has behaviour to lose.
      "@typescript-eslint/no-unsafe-class-instance-assignment": "off",
      "@typescript-eslint/no-misused-spread": "off",
      // What looks like a method is a function in an object: nothing of ours relies on `this`.
      "@typescript-eslint/unbound-method": "off",
      // Values of an enum are their names, in rows as in code.
      "@typescript-eslint/no-unsafe-enum-comparison": "off",
      // There are none but of texts, of which the compiler asks as much; a quarter of all the time goes into it.
      "@typescript-eslint/no-unsafe-enum-assignment": "off",
    },
  },
);
