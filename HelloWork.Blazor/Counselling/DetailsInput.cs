using HelloWork.Blazor.Controls;
using HelloWork.Domain.Seekers;

namespace HelloWork.Blazor.Counselling;

/// <summary>A person's details as typed at the window.</summary>
public class DetailsInput
{
    public string? Name { get; set; }
    public string? Kana { get; set; }
    public DateParts Birth { get; set; } = new();
    public string? Phone { get; set; }
    public string? Email { get; set; }
    public string? PostalCode { get; set; }
    public string? Address { get; set; }

    /// <summary>Starts from what is known.</summary>
    public void Fill(PersonalDetails details)
    {
        (Name, Kana, Birth) = (details.Name, details.NameKana, DateParts.From(details.BirthDate));
        (Phone, Email, PostalCode, Address) = (details.Phone, details.Email, details.PostalCode, details.Address);
    }

    /// <summary>A date that is none is refused by the domain.</summary>
    public PersonalDetails ToDetails()
    {
        Birth.TryToDate(out var born);
        return new() { Name = Name ?? "", NameKana = Kana ?? "", BirthDate = born, Phone = Phone, Email = Email, PostalCode = PostalCode, Address = Address };
    }

    /// <summary>The field to mend.</summary>
    public static string FieldOf(RegisterRefusal refusal) => refusal switch
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
}
