using HelloWork.Blazor.Accounts;
using HelloWork.Blazor.Controls;
using HelloWork.Blazor.Live;
using HelloWork.Domain.Accounts;
using HelloWork.Domain.Seekers;
using Microsoft.AspNetCore.Components;

namespace HelloWork.Blazor.Counselling;

/// <summary>求職者を登録する: at the window, somebody new or somebody who comes back (CO-01).</summary>
public sealed partial class RegisterSeekerPage(CurrentActor current, OpenRegistrationRecord open, RegisterSeeker register, NavigationManager navigation) : ComponentBase
{
    private readonly FormErrors errors = new();
    private IReadOnlyList<Choice> styles = [];
    private IReadOnlyList<Choice> choices = [];
    private CounselorActor counselor = null!;
    private RegistrationRecord? former;

    /// <summary>The registration that is over, of somebody who comes back.</summary>
    [SupplyParameterFromQuery(Name = "former")] private Guid? FormerId { get; set; }

    [SupplyParameterFromForm(FormName = "register")] private RegisterInput? Input { get; set; }

    [CascadingParameter] private HttpContext? Http { get; set; }

    private CancellationToken Leaving => Http?.RequestAborted ?? default;

    protected override async Task OnInitializedAsync()
    {
        counselor = await current.CounselorAsync();
        styles = [.. Enum.GetValues<WorkingStyle>().Select(s => new Choice(s.ToString(), T[$"Style.{s}"]))];
        choices = [.. new[] { ProvisionChoice.Both, ProvisionChoice.LocalGovernmentsOnly, ProvisionChoice.PrivateAgenciesOnly, ProvisionChoice.Neither }.Select(c => new Choice(c.ToString(), T[$"Choice.{c}"]))];
        if (!Http.IsLive() && (FormerId ?? Input?.Former) is { } id)
            former = await open.RunAsync(new(counselor, new SeekerRegistrationId(id)), Leaving);
        Input ??= former is null ? new RegisterInput() : new RegisterInput
        {
            Former = former.Id.Value, Name = former.Details.Name, Kana = former.Details.NameKana, Birth = DateParts.From(former.Details.BirthDate), Phone = former.Details.Phone,
            Email = former.Details.Email, PostalCode = former.Details.PostalCode, Address = former.Details.Address, Work = former.Statement?.WishedWork, Style = former.Statement?.Style.ToString(),
        };
    }

    private async Task RegisterAsync()
    {
        Input!.Birth.TryToDate(out var born);
        var details = new PersonalDetails
        {
            Name = Input.Name ?? "", NameKana = Input.Kana ?? "", BirthDate = born, Phone = Input.Phone, Email = Input.Email, PostalCode = Input.PostalCode, Address = Input.Address,
        };
        // An unchosen radio is no value of its enum.
        var choice = Enum.TryParse<ProvisionChoice>(Input.Choice, out var provision) && Input.Shown is "on" or "off" ? provision : (ProvisionChoice)(-1);
        var style = Enum.TryParse<WorkingStyle>(Input.Style, out var wished) ? wished : default;
        var result = await register.RunAsync(new(counselor, Input.Former is { } id ? new SeekerRegistrationId(id) : null, details, RegistrationKind.VerifiedAtOffice, Input.Shown == "on", choice, Input.Work, style), Leaving);
        if (result.Refusal is { } refusal)
            errors.Add(FieldOf(refusal), T[$"Register.{refusal}"]);
        else
            navigation.NavigateTo($"/desk/seekers/{result.Registered}?done=registered");
    }

    private static string FieldOf(RegisterRefusal refusal) => refusal switch
    {
        RegisterRefusal.KanaMissing => "Input.Kana",
        RegisterRefusal.BirthDateImpossible => "Input.Birth",
        RegisterRefusal.ContactMissing => "Input.Phone",
        RegisterRefusal.ContactTooLong => "Input.Address",
        RegisterRefusal.EmailImpossible => "Input.Email",
        RegisterRefusal.WorkMissing or RegisterRefusal.WorkTooLong => "Input.Work",
        RegisterRefusal.ChoiceMissing => "Input.Choice",
        _ => "Input.Name",
    };

    private sealed class RegisterInput
    {
        public Guid? Former { get; set; }
        public string? Name { get; set; }
        public string? Kana { get; set; }
        public DateParts Birth { get; set; } = new();
        public string? Phone { get; set; }
        public string? Email { get; set; }
        public string? PostalCode { get; set; }
        public string? Address { get; set; }
        public string? Work { get; set; }
        public string? Style { get; set; }
        public string? Shown { get; set; }
        public string? Choice { get; set; }
    }
}
