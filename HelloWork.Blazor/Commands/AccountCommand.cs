using HelloWork.Domain.Accounts;
using HelloWork.Domain.Desk;
using HelloWork.Domain.Jobs;
using HelloWork.Domain.Providers;
using Microsoft.Extensions.Localization;

namespace HelloWork.Blazor.Commands;

/// <summary>
/// <c>account disable USER</c> and <c>account enable USER</c>: an operator's way to shut an account at once. <c>account invite NUMBER</c>
/// issues the registration code with which an office or a provider opens its account. <c>account reset-factor USER</c> takes a lost second factor
/// off. <c>account staff USER</c> opens an account for a counselor or bureau officer.
/// </summary>
public static class AccountCommand
{
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, CancellationToken ct)
    {
        var text = services.GetRequiredService<IStringLocalizer<CommandsText>>();
        if (args is ["invite", var office])
            return await InviteAsync(services, text, office, ct);
        if (args is ["reset-factor", var owner])
            return await ResetFactorAsync(services, text, owner, ct);
        if (args is ["staff", var staff, .. var options] && ReadStaff(staff, options) is { } command)
            return await OpenStaffAsync(services, text, command, ct);
        if (args is not [("disable" or "enable") and var verb, var userId])
        {
            Console.Error.WriteLine(text["Account.Usage"]);
            return 1;
        }

        var known = await services.GetRequiredService<DisableAccount>().RunAsync(new(userId, Enable: verb == "enable"), ct);
        (known ? Console.Out : Console.Error).WriteLine(text[known ? $"Account.{verb}" : "Account.Unknown", userId]);
        return known ? 0 : 1;
    }

    private static async Task<int> ResetFactorAsync(IServiceProvider services, IStringLocalizer<CommandsText> text, string userId, CancellationToken ct)
    {
        var refusal = await services.GetRequiredService<ResetSecondFactor>().RunAsync(new(userId), ct);
        (refusal is null ? Console.Out : Console.Error).WriteLine(text[refusal switch { null => "Account.FactorReset", ResetRefusal.Unknown => "Account.Unknown", _ => "Account.NoFactor" }, userId]);
        return refusal is null ? 0 : 1;
    }

    private static async Task<int> InviteAsync(IServiceProvider services, IStringLocalizer<CommandsText> text, string office, CancellationToken ct)
    {
        var code = OfficeNumber.TryParse(office, out var number) ? await services.GetRequiredService<IssueOfficeCode>().RunAsync(new(number), ct)
            : LicenceNumber.TryParse(office, out var licence) ? await services.GetRequiredService<IssueProviderCode>().RunAsync(new(licence), ct) : null;
        (code is null ? Console.Error : Console.Out).WriteLine(code is null ? text["Account.NoOffice", office] : text["Account.Invited", office, code, (int)RegistrationCode.Lifetime.TotalDays]);
        return code is null ? 1 : 0;
    }

    private static async Task<int> OpenStaffAsync(IServiceProvider services, IStringLocalizer<CommandsText> text, OpenStaffAccount.Command command, CancellationToken ct)
    {
        var (refusal, password) = await services.GetRequiredService<OpenStaffAccount>().RunAsync(command, ct);
        (refusal is null ? Console.Out : Console.Error).WriteLine(refusal is { } why ? text[$"Account.Staff.{why}"] : text["Account.Staff.Opened", command.UserId, command.Email, password!]);
        return refusal is null ? 0 : 1;
    }

    /// <returns>Null: an option is missing or unknown.</returns>
    private static OpenStaffAccount.Command? ReadStaff(string userId, string[] options)
    {
        if (options.Length % 2 != 0)
            return null;
        var given = options.Chunk(2).GroupBy(o => o[0]).ToDictionary(g => g.Key, g => g.Last()[1]);
        if (given.Keys.Except(["--role", "--name", "--email", "--office"]).Any() || !given.TryGetValue("--name", out var name) || !given.TryGetValue("--email", out var email))
            return null;
        Role? role = given.GetValueOrDefault("--role") switch { "counselor" => Role.Counselor, "bureau" => Role.BureauOfficer, _ => null };
        return role is { } known ? new(userId, known, name, email, given.GetValueOrDefault("--office")) : null;
    }
}
